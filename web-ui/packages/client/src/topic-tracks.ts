import { COMPARE_RULES } from './compare.js';
import type { FeatureDefinition, Shown, TopicSpec } from './feature.js';
import type { FeatureSurroundings } from './feature-snapshot.js';
import type { TopicData } from './messages.js';
import { TopicParity } from './parity.js';
import type { TopicMessage } from './parse.js';
import type { Cancel } from './runtime.js';
import { shownTopic, type DataSource, type ShownTopic } from './shown-topic.js';

interface Track {
  readonly spec: TopicSpec;
  readonly shown: ShownTopic;
  readonly parity: TopicParity;
  live: boolean;
}

export interface TracksPlan {
  /** The path that is shown at first. */
  readonly source: DataSource;
  /** Asks REST again for a topic, without condition. */
  probe(topic: string): Promise<readonly TopicMessage[]>;
  /** A new message of the stream, and whether it changes what is shown. */
  onStream(message: TopicMessage, changed: boolean): void;
  /** A topic's stream is complete again, or broken. */
  onLive(wasWhole: boolean): void;
}

/** The topics of one feature for one key: subscribed, compared, and what is shown of each. */
export class TopicTracks implements Shown {
  readonly #all = new Map<string, Track>();
  readonly #cancels: Cancel[] = [];
  readonly #around: FeatureSurroundings;
  readonly #plan: TracksPlan;

  constructor(
    definition: Pick<FeatureDefinition<string, unknown>, 'name' | 'rules'>,
    specs: readonly TopicSpec[],
    around: FeatureSurroundings,
    plan: TracksPlan,
  ) {
    this.#around = around;
    this.#plan = plan;
    specs.forEach((spec) => this.#add(spec, definition));
  }

  stop(): void {
    this.#cancels.forEach((cancel) => cancel());
    this.#all.forEach(({ parity }) => parity.stop());
  }

  /** Whether the streams of all topics are complete and flow. */
  get whole(): boolean {
    return [...this.#all.values()].every(({ live }) => live);
  }

  /** The moment of the newest thing that is shown. */
  get asOfMs(): number | undefined {
    const moments = [...this.#all.values()].flatMap(({ shown }) => shown.asOfMs ?? []);
    return moments.length > 0 ? Math.max(...moments) : undefined;
  }

  /** Shows the other path from now on. */
  follow(source: DataSource): void {
    this.#all.forEach(({ shown }) => shown.follow(source));
  }

  /** Takes what came on a path. Answers whether the screen changes. */
  offer(messages: readonly TopicMessage[], source: DataSource): boolean {
    return messages
      .map((message) => {
        const track = this.#all.get(message.topic);
        return track?.spec.type === message.type && track.shown.offer(source, message);
      })
      .includes(true);
  }

  /** Holds a REST answer against the stream. */
  compare(messages: readonly TopicMessage[]): void {
    this.#all.forEach(({ parity }) => parity.answered(messages));
  }

  /** Whether entries between what is shown and what came may be missing. */
  leavesHole([first]: readonly TopicMessage[]): boolean {
    return first !== undefined && this.#all.get(first.topic)?.shown.endsBefore(first) === true;
  }

  state<K extends keyof TopicData>({ topic }: TopicSpec<K>): TopicData[K] | undefined {
    return this.#all.get(topic)?.shown.latest?.data as TopicData[K] | undefined;
  }

  log<K extends keyof TopicData>({ topic }: TopicSpec<K>): readonly TopicData[K][] {
    return (this.#all.get(topic)?.shown.entries ?? []).map(({ data }) => data as TopicData[K]);
  }

  #add(spec: TopicSpec, { name, rules }: Pick<FeatureDefinition<string, unknown>, 'name' | 'rules'>): void {
    const { runtime, cutover, session } = this.#around;
    const counter = this.#around.counter(name);
    const parity = new TopicParity(runtime, {
      topic: spec.topic,
      kind: spec.kind,
      rules: rules ?? COMPARE_RULES,
      pollIntervalMs: () => cutover.usualPollMs(name),
      probe: () => this.#plan.probe(spec.topic),
      onMoved: (found) => counter.moved(found),
      onCase: (found) => counter.add(found),
      onSelfTest: (seen) => counter.selfTest(seen),
    });
    const track: Track = { spec, shown: shownTopic(spec, this.#plan.source), parity, live: false };
    this.#all.set(spec.topic, track);
    this.#cancels.push(
      session.subscribe(spec.topic, spec.kind, {
        onMessage: (message) => {
          parity.streamed(message);
          this.#plan.onStream(message, this.offer([message], 'WebSocket'));
        },
        onOdd: (message) => parity.streamed(message),
        onLive: (live) => this.#lives(track, live),
      }),
    );
  }

  #lives(track: Track, live: boolean): void {
    const wasWhole = this.whole;
    track.live = live;
    track.parity.streamIs(live);
    this.#plan.onLive(wasWhole);
  }
}
