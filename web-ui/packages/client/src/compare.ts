import { isNumber, sameNumber, written, type Exact } from './exact.js';

/** A place that is known to differ, who answers for it, and until when. */
export interface IgnoreRule {
  /** As in a difference, rows without their key: `positions.current_price`. */
  readonly path: string;
  readonly owner: string;
  /** The first day, as ISO 8601, on which the rule is void. */
  readonly until: string;
}

export interface CompareRules {
  /** The member that names a row of an array; without one the order counts. */
  readonly rowKey?: string | undefined;
  /** Derived figures that may differ by one unit of the last place. */
  readonly roundedFields?: readonly string[] | undefined;
  /** Members whose difference is enough to go back. */
  readonly criticalFields: readonly string[];
  readonly ignore?: readonly IgnoreRule[] | undefined;
}

export interface Difference {
  /** Such as `positions[BTC-USD].quantity`. */
  readonly path: string;
  readonly rest: string;
  readonly stream: string;
  readonly critical: boolean;
}

const MOST_DIFFERENCES = 20;

/**
 * Compares what REST answered with what the stream said. Numbers count by value, members in any order, rows by their
 * key, and missing is not null.
 *
 * @param today as ISO 8601
 */
export function differences(
  rest: Exact | undefined,
  stream: Exact | undefined,
  rules: CompareRules,
  today: string,
): readonly Difference[] {
  const found: Difference[] = [];
  const ignored = new Set((rules.ignore ?? []).filter(({ until }) => today < until).map(({ path }) => path));
  walk(rest, stream, '');
  return found;

  function walk(left: Exact | undefined, right: Exact | undefined, path: string): void {
    if (left === right || ignored.has(path.replace(/\[[^\]]*\]/g, '')) || found.length >= MOST_DIFFERENCES) {
      return;
    }
    if (isNumber(left) && isNumber(right)) {
      if (!sameNumber(left, right, rules.roundedFields?.includes(leaf(path)) ? 1 : 0)) {
        add(left, right, path);
      }
      return;
    }
    const [a, b] = [members(left, path, rules.rowKey), members(right, path, rules.rowKey)];
    if (!a || !b || Array.isArray(left) !== Array.isArray(right)) {
      add(left, right, path);
      return;
    }
    for (const key of new Set([...a.keys(), ...b.keys()])) {
      walk(a.get(key), b.get(key), key);
    }
  }

  function add(left: Exact | undefined, right: Exact | undefined, path: string): void {
    const whole = isContainer(left) || isContainer(right) || path === '';
    const critical = whole || rules.criticalFields.includes(leaf(path));
    found.push({ path, rest: written(left), stream: written(right), critical });
  }
}

function isContainer(value: Exact | undefined): boolean {
  return typeof value === 'object' && value !== null;
}

/** The members of an object or array by their full paths; undefined for what has none. */
function members(
  value: Exact | undefined,
  path: string,
  rowKey: string | undefined,
): ReadonlyMap<string, Exact> | undefined {
  if (typeof value !== 'object' || value === null) {
    return undefined;
  }
  if (!Array.isArray(value)) {
    const prefix = path === '' ? '' : `${path}.`;
    return new Map(Object.entries(value).map(([key, item]) => [prefix + key.slice(1), item]));
  }
  const rows: readonly Exact[] = value;
  const names = rows.map((row) => rowName(row, rowKey));
  // Rows of one name cannot be told apart by it.
  const named = new Set(names).size === rows.length;
  return new Map(rows.map((row, index) => [`${path}[${(named ? names[index] : undefined) ?? index}]`, row]));
}

function rowName(row: Exact, rowKey: string | undefined): string | undefined {
  const name =
    typeof row === 'object' && row !== null && !Array.isArray(row)
      ? (row as Readonly<Record<string, Exact>>)[`s${rowKey ?? ''}`]
      : undefined;
  return typeof name === 'string' ? name.slice(1) : undefined;
}

function leaf(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1);
}

/** A copy with one figure changed, to prove that the comparison still sees it; undefined when there is nothing to change. */
export function corrupted(value: Exact | undefined): Exact | undefined {
  if (typeof value === 'string') {
    return value.startsWith('n') ? `n${value === 'n1' ? '2' : '1'}` : `${value}!`;
  }
  if (typeof value !== 'object' || value === null) {
    return undefined;
  }
  if (Array.isArray(value)) {
    const rows: readonly Exact[] = value;
    const first = corrupted(rows[0]);
    return first === undefined ? undefined : [first, ...rows.slice(1)];
  }
  const object = value as Readonly<Record<string, Exact>>;
  const key = Object.keys(object).find((name) => isNumber(object[name])) ?? Object.keys(object)[0];
  const changed = key === undefined ? undefined : corrupted(object[key]);
  return key === undefined || changed === undefined ? undefined : { ...object, [key]: changed };
}
