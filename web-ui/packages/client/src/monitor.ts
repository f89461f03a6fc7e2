import type { ConnectionStatus } from './connection.js';
import type { FeatureState } from './cutover.js';
import type { FeatureStage, FeedFigures } from './messages.js';
import type { ParityFigures } from './parity-report.js';

/** One feature on both paths. */
export interface FeatureFigures {
  readonly name: string;
  readonly state: FeatureState;
  readonly stage: FeatureStage | undefined;
  /** Messages of the stream. */
  readonly messages: number;
  /** How old the newest state is on each path, by the server's clock. */
  readonly streamAgeMs: number | undefined;
  readonly restAgeMs: number | undefined;
  readonly parity: ParityFigures;
}

/** What a shadow monitor shows; made anew each second. */
export interface MonitorSnapshot {
  readonly connection: ConnectionStatus;
  readonly revision: number;
  readonly summary: string;
  /** Name of the newest message, and how long ago it came. */
  readonly lastMessage: { readonly name: string; readonly agoMs: number } | undefined;
  /** Messages by type. */
  readonly counts: Readonly<Record<string, number>>;
  /** Frames or messages that could not be read. */
  readonly rejected: number;
  /** The market data behind the features, as the last heartbeat said. */
  readonly feeds: readonly FeedFigures[];
  readonly features: readonly FeatureFigures[];
}
