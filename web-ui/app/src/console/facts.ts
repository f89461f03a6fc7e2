/** What the console knows of the cutover; the shapes are those of docs/protocol.md. */

export interface Feature {
  readonly name: string;
  readonly revision: number;
  readonly stage: string;
  readonly percent: number | undefined;
  readonly accounts: readonly string[];
  /** `PAUSED` or `ROLLED_BACK`; empty where nothing is in the way. */
  readonly overlay: string;
  /** Why it cannot advance now; empty where it can. */
  readonly hold: string;
  readonly pending: Pending | undefined;
  readonly why: string;
  readonly changedAt: string;
}

/** An advance that waits for its second person. */
export interface Pending {
  readonly to: string;
  readonly by: string;
  readonly reason: string;
}

export interface Check {
  readonly name: string;
  readonly result: string;
  readonly words: string;
}

/** What the next step must prove. */
export interface Gates {
  /** Empty at the last step. */
  readonly to: string;
  readonly passes: boolean;
  readonly words: string;
  readonly checks: readonly Check[];
}

export interface Minute {
  readonly minute: string;
  readonly equal: number;
  readonly undecided: number;
  readonly confirmed: number;
  readonly vanished: number;
}

/** A finding, with the state on both paths. */
export interface Sample {
  readonly id: string;
  readonly source: string;
  readonly verdict: string;
  readonly result: string;
  readonly topic: string;
  readonly seq: number | undefined;
  readonly found: string;
  readonly words: string;
  readonly stream: unknown;
  readonly rest: unknown;
}

export interface Evidence {
  readonly since: string;
  readonly probe: string;
  readonly minutes: readonly Minute[];
  readonly samples: readonly Sample[];
}

export interface Session {
  readonly connection: string;
  readonly user: string;
  readonly client: string;
  /** Path by feature. */
  readonly renders: Readonly<Record<string, string>>;
  readonly applied: number | undefined;
}

export interface Sessions {
  readonly sessions: number;
  readonly full: number;
  readonly applied: number;
  readonly list: readonly Session[];
  /** Whether there are more than the list has. */
  readonly more: boolean;
}

export interface AuditEntry {
  readonly revision: number;
  readonly feature: string;
  readonly verb: string;
  readonly actor: string;
  /** Where the order came from: `console`, `thorctl`, `api`, `parity` or `env`. */
  readonly via: string;
  readonly reason: string;
  readonly before: string;
  readonly after: string;
  readonly evidence: string;
  readonly at: string;
  readonly hash: string;
}

export interface Audit {
  readonly entries: readonly AuditEntry[];
  /** Where the chain breaks, in words; empty where it holds. */
  readonly broken: string;
}

/** The stage with what belongs to it: `CANARY 5 %`. */
export function stageWords({ stage, percent, accounts }: Pick<Feature, 'stage' | 'percent' | 'accounts'>): string {
  if (percent !== undefined) {
    return `${stage} ${percent} %`;
  }
  return accounts.length > 0 ? `${stage} ${accounts.join(', ')}` : stage;
}
