import type { Cutover } from './cutover.js';
import type { FeedStatus } from './messages.js';
import type { ParityCounter } from './parity-report.js';
import type { TopicMessage } from './parse.js';
import type { Rest } from './rest.js';
import type { Runtime } from './runtime.js';
import type { ServerClock } from './server-clock.js';
import type { Session } from './session.js';
import type { DataSource } from './shown-topic.js';

/** What has stopped: the path that is shown, or the market data behind it, which is silent or not connected. */
export type StaleCause = 'path' | 'feed stale' | 'feed down';

export const FEED_CAUSES: Readonly<Record<FeedStatus, StaleCause | undefined>> = {
  LIVE: undefined,
  STALE: 'feed stale',
  DOWN: 'feed down',
  ENDED: undefined,
};

/** What a component shows. */
export interface FeatureSnapshot<Value> {
  /** Undefined until either path has given something. */
  readonly data: Value | undefined;
  readonly source: DataSource;
  /** Since the moment of the data, by the server's clock, in whole seconds; undefined without data. */
  readonly ageMs: number | undefined;
  /** Whether the path that is shown, or the market data behind it, has stopped. */
  readonly stale: boolean;
  /** Undefined while nothing has. */
  readonly staleBecause: StaleCause | undefined;
  /** Why REST fails, for the user; empty while it does not. */
  readonly problem: string;
}

/** Before either path has said anything. */
export const LOADING: FeatureSnapshot<never> = {
  data: undefined,
  source: 'REST (Shadow)',
  ageMs: undefined,
  stale: false,
  staleBecause: undefined,
  problem: '',
};

/** What a feature takes from the client that it belongs to. */
export interface FeatureSurroundings {
  readonly runtime: Runtime;
  readonly session: Session;
  readonly rest: Rest;
  readonly cutover: Cutover;
  readonly clock: ServerClock;
  feed(): FeedStatus;
  counter(feature: string): ParityCounter;
  /** A message came that is not drawn, because the feature renders from REST. */
  onShadow(message: TopicMessage): void;
  /** Calls `publish` before the next picture is drawn. */
  onDirty(feature: { publish(): void }): void;
}

/** Ages and counts of both paths, for a monitor. */
export interface PathFigures {
  readonly messages: number;
  readonly streamAsOfMs: number | undefined;
  readonly restAsOfMs: number | undefined;
}
