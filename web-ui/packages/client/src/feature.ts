import type { CompareRules } from './compare.js';
import type { TopicData } from './messages.js';
import type { TopicMessage } from './parse.js';
import type { RestAnswer } from './rest.js';
import type { TopicKind } from './sequencer.js';

/** A topic of a feature, and what its messages are. */
export interface TopicSpec<K extends keyof TopicData = keyof TopicData> {
  readonly topic: string;
  readonly type: K;
  readonly kind: TopicKind;
  /** Of a log: what an entry is about; a later entry on the same replaces it. */
  entryKey?(data: TopicData[K]): string;
}

/** A route of the old path. */
export interface RouteSpec {
  readonly path: string;
  /** The longer answer that a chart begins with, and that fills what was missed. */
  readonly historyPath?: string;
  /** What an answer says of the feature's topics. Errors: ShapeError. */
  readonly read: (answer: RestAnswer) => readonly TopicMessage[];
}

/** What is shown of each topic; a log is a list of entries by key. */
export interface Shown {
  state<K extends keyof TopicData>(spec: TopicSpec<K>): TopicData[K] | undefined;
  log<K extends keyof TopicData>(spec: TopicSpec<K>): readonly TopicData[K][];
}

/**
 * One feature: where its data is on both paths, and how it is put together for a page.
 *
 * @typeParam Key what one page may show of it, such as an account
 * @typeParam Value what a component gets
 */
export interface FeatureDefinition<Key extends string, Value> {
  /** As the cutover calls it. */
  readonly name: string;
  /** How its two paths are compared; as the server does when missing. */
  readonly rules?: CompareRules;
  /** Whether it is old when the market data feed is. */
  readonly needsFeed: boolean;
  topics(key: Key): readonly TopicSpec[];
  routes(key: Key): readonly RouteSpec[];
  /** Undefined until there is something to show. */
  value(key: Key, shown: Shown): Value | undefined;
}
