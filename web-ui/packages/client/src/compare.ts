import { isNumber, sameNumber, written, type Exact } from './exact.js';

/** A difference that somebody has explained and answers for, for a while. */
export interface IgnoreRule {
  /** Such as `positions`. */
  readonly topicPrefix: string;
  /** The name of the field, wherever it stands in the data. */
  readonly field: string;
  readonly owner: string;
  readonly reason: string;
  /** From then on, as ISO 8601, the difference counts again. */
  readonly until: string;
}

/** How the data of topics are compared. */
export interface CompareRules {
  /** The field that names a row. */
  readonly rowKey: string;
  /** By field, one unit in the last place of what is computed for display. */
  readonly derived: Readonly<Record<string, string>>;
  /** Fields whose confirmed difference rolls back. */
  readonly critical: readonly string[];
  readonly ignored: readonly IgnoreRule[];
}

/** Rows by symbol; `pnl_percent` has four decimal places. The server's comparator has the same. */
export const COMPARE_RULES: CompareRules = {
  rowKey: 'symbol',
  derived: { pnl_percent: '0.0001' },
  critical: [
    'cash',
    'portfolio_value',
    'buying_power',
    'quantity',
    'entry_price',
    'current_price',
    'pnl',
    'open',
    'high',
    'low',
    'close',
    'volume',
    'status',
  ],
  ignored: [],
};

/** One place where the two paths differ. */
export interface Difference {
  /** A JSON pointer, in which rows are named by their key: `/positions/BTC-USD/quantity`. */
  readonly path: string;
  readonly rest: string;
  readonly stream: string;
  readonly critical: boolean;
}

type Data = Exact | undefined;
type Leaves = ReadonlyMap<string, Exact>;

/** Compares the data of one topic at one time, leaf by leaf: numbers by value, rows by key, missing is not null. */
export class Comparison {
  readonly #rules: CompareRules;
  readonly #ignored: ReadonlySet<string>;

  constructor(rules: CompareRules, topic: string, nowMs: number) {
    const covers = ({ topicPrefix, until }: IgnoreRule) =>
      topic.startsWith(`${topicPrefix}:`) && nowMs < Date.parse(until);
    this.#rules = rules;
    this.#ignored = new Set(rules.ignored.filter(covers).map(({ field }) => field));
  }

  /** Where two states differ, in the order of the paths. */
  differences(stream: Data, rest: Data): readonly Difference[] {
    const [pushed, answered] = [this.#leaves(stream), this.#leaves(rest)];
    return this.#paths([pushed, answered])
      .filter((path) => !this.#agree(path, pushed, answered))
      .map((path) => {
        const [one, other] = [pushed.get(path), answered.get(path)];
        const list = typeof (one ?? other) === 'object' && (one ?? other) !== null;
        const critical = list || this.#rules.critical.includes(last(path));
        return { path, rest: written(other), stream: written(one), critical };
      });
  }

  /** Whether an answer has at every place what some state has there, though none has it all. */
  isTorn(states: readonly Data[], rest: Data): boolean {
    if (states.some((state) => this.differences(state, rest).length === 0)) {
      return false;
    }
    const answered = this.#leaves(rest);
    const known = states.map((state) => this.#leaves(state));
    return this.#paths([answered, ...known]).every((path) => known.some((state) => this.#agree(path, state, answered)));
  }

  /** Whether it sees that one leaf of a copy was changed, to prove that it still sees; `choice` picks the leaf. */
  sees(state: Exact, choice: number): boolean {
    let leaves = 0;
    const copy = (chosen: number) =>
      JSON.parse(JSON.stringify(state), (key: string, one: Exact) =>
        (typeof one === 'object' && one !== null) || this.#ignored.has(key.slice(1)) || leaves++ !== chosen
          ? one
          : another(one),
      ) as Exact;
    copy(-1);
    const count = leaves;
    leaves = 0;
    return this.differences(state, count > 0 ? copy(choice % count) : null).length > 0;
  }

  #paths(all: readonly Leaves[]): readonly string[] {
    const paths = new Set(all.flatMap((leaves) => [...leaves.keys()]));
    return [...paths].filter((path) => !this.#ignored.has(last(path))).sort();
  }

  #agree(path: string, left: Leaves, right: Leaves): boolean {
    const [one, other] = [left.get(path), right.get(path)];
    return isNumber(one) && isNumber(other)
      ? sameNumber(one, other, this.#rules.derived[last(path)])
      : JSON.stringify(one) === JSON.stringify(other);
  }

  /** By JSON pointer. An empty object or array is a leaf itself. */
  #leaves(value: Data): Leaves {
    const found = new Map<string, Exact>();
    const { rowKey } = this.#rules;
    visit('', value);
    return found;

    function visit(path: string, one: Data): void {
      const members = typeof one === 'object' && one !== null ? Object.entries(one as Record<string, Exact>) : [];
      if (members.length === 0) {
        if (one !== undefined) {
          found.set(path, one);
        }
      } else {
        const isArray = Array.isArray(one);
        members.forEach(([key, member]) =>
          visit(isArray ? place(path, key, member) : `${path}/${escaped(key)}`, member),
        );
      }
    }

    /** A row whose key is there already is named by its place too, so that none hides another. */
    function place(path: string, index: string, row: Exact): string {
      const named = `${path}/${rowName(row) ?? index}`;
      return [...found.keys()].some((known) => known.startsWith(`${named}/`)) ? `${named}#${index}` : named;
    }

    function rowName(row: Exact): string | undefined {
      const name = (row as Readonly<Record<string, Exact>> | null)?.[`s${rowKey}`];
      return typeof name === 'string' && !isNumber(name) ? escaped(name) : undefined;
    }
  }
}

/** A tagged text as a part of a JSON pointer. */
function escaped(name: string): string {
  return name.slice(1).replaceAll('~', '~0').replaceAll('/', '~1');
}

function last(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function another(leaf: Exact): Exact {
  if (typeof leaf !== 'string') {
    return 'sanother';
  }
  return leaf.startsWith('n') ? leaf.replace(/\d/, '1$&') : `${leaf}x`;
}
