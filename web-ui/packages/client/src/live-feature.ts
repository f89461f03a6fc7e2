import type { FeatureDefinition } from './feature.js';
import { FeaturePicture } from './feature-picture.js';
import {
  FEED_CAUSES,
  type FeatureSnapshot,
  type FeatureSurroundings,
  type PathFigures,
  type StaleCause,
} from './feature-snapshot.js';
import type { Listeners } from './listeners.js';
import type { TopicMessage } from './parse.js';
import { PathChoice } from './path-choice.js';
import { PathTally } from './path-tally.js';
import { RestPath } from './rest-path.js';
import type { Cancel } from './runtime.js';
import type { DataSource } from './shown-topic.js';
import { TopicTracks } from './topic-tracks.js';

const SWITCH_SPREAD_MS = 1000;

/**
 * One feature for one key, on both paths at once. It shows the path that is chosen, compares both, and never shows an
 * older state than the one on the screen.
 */
export class LiveFeature<Key extends string, Value> {
  readonly #definition: FeatureDefinition<Key, Value>;
  readonly #around: FeatureSurroundings;
  readonly #topics: TopicTracks;
  readonly #rest: RestPath;
  readonly #choice: PathChoice;
  readonly #tally = new PathTally();
  readonly #cancelCutover: Cancel;
  readonly #picture: FeaturePicture<Value>;
  #begun = false;
  #stopped = false;

  constructor(definition: FeatureDefinition<Key, Value>, key: Key, around: FeatureSurroundings) {
    this.#definition = definition;
    this.#around = around;
    this.#choice = new PathChoice(around.runtime, around.cutover, definition.name, () => this.#topics.whole);
    const { source } = this.#choice;
    this.#topics = new TopicTracks(definition, definition.topics(key), around, {
      source,
      probe: (topic) => this.#rest.probe(topic),
      onStream: (message, changed) => this.#streamed(message, changed),
      onLive: (wasWhole) => this.#lives(wasWhole),
    });
    this.#rest = this.#restPath(key);
    this.#picture = new FeaturePicture(source, () => definition.value(key, this.#topics));
    this.#cancelCutover = around.cutover.changes.add(() => this.#apply());
    this.#begin();
  }

  /** Whether both paths are compared at the present stage. */
  get compares(): boolean {
    return this.#choice.compares;
  }

  get name(): string {
    return this.#definition.name;
  }

  /** Told when there is a new snapshot. */
  get changes(): Listeners<void> {
    return this.#picture.changes;
  }

  /** The same object until something in it changes. */
  get snapshot(): FeatureSnapshot<Value> {
    return this.#picture.snapshot;
  }

  get figures(): PathFigures {
    return this.#tally;
  }

  stop(): void {
    this.#stopped = true;
    this.#cancelCutover();
    this.#rest.stop();
    this.#topics.stop();
  }

  /** Looks at the time: ages grow, paths become stale, REST stands in. Called each second. */
  tick(): void {
    if (this.#choice.look()) {
      this.#rest.replan();
    }
    this.#choose();
    this.publish();
  }

  /** Makes a new snapshot where something changed, and tells. */
  publish(): void {
    if (this.#stopped) {
      return;
    }
    const shows = {
      source: this.#choice.source,
      asOfMs: this.#topics.asOfMs,
      staleBecause: this.#staleBecause(),
      problem: this.#rest.problem,
    };
    this.#picture.draw(shows, this.#around.clock.nowMs());
  }

  #restPath(key: Key): RestPath {
    const { runtime, rest } = this.#around;
    return new RestPath(runtime, rest, this.#definition.routes(key), {
      intervalMs: () => this.#choice.pollIntervalMs,
      purpose: () => this.#choice.pollPurpose,
      onMessages: (messages) => this.#answered(messages),
      onUnchanged: (messages) => this.#compare(messages),
      onHistory: (messages) => this.#offer(messages, this.#choice.source),
      onHeard: () => this.#heard(),
      onProblem: () => this.#around.onDirty(this),
      leavesHole: (messages) => this.#topics.leavesHole(messages),
    });
  }

  #begin(): void {
    if (this.#around.cutover.known && !this.#begun) {
      this.#begun = true;
      this.#rest.start();
    }
  }

  /** A changed stage: the other path is shown at once, and polls follow the new interval. */
  #apply(): void {
    this.#begin();
    const spreads = this.#choose() && this.#choice.source === 'REST (Shadow)';
    this.#rest.replan(spreads ? SWITCH_SPREAD_MS : undefined);
  }

  /** Answers whether the other path is shown from now on. */
  #choose(): boolean {
    const changed = this.#choice.choose();
    if (changed) {
      this.#topics.follow(this.#choice.source);
      this.#touch();
    }
    return changed;
  }

  #streamed(message: TopicMessage, changed: boolean): void {
    this.#tally.streamed(message);
    if (!this.#choice.enabled) {
      this.#around.onShadow(message);
    }
    if (changed) {
      this.#touch();
    }
  }

  #lives(wasWhole: boolean): void {
    if (wasWhole && !this.#topics.whole) {
      this.#choice.streamBroke();
    }
    this.#choose();
    this.#around.onDirty(this);
  }

  #heard(): void {
    this.#choice.restHeard();
    this.#choose();
    this.#around.onDirty(this);
  }

  #answered(messages: readonly TopicMessage[]): void {
    this.#offer(messages, 'REST (Shadow)');
    this.#compare(messages);
  }

  #compare(messages: readonly TopicMessage[]): void {
    if (this.compares) {
      this.#topics.compare(messages);
    }
  }

  #offer(messages: readonly TopicMessage[], source: DataSource): void {
    this.#tally.answered(messages);
    if (this.#topics.offer(messages, source)) {
      this.#touch();
    }
  }

  #touch(): void {
    this.#picture.spoil();
    this.#around.onDirty(this);
  }

  /** What is known of the feed is as old as the path, so the path is named first. */
  #staleBecause(): StaleCause | undefined {
    if (this.#choice.isStale(this.#rest.problem !== '')) {
      return 'path';
    }
    return this.#definition.needsFeed ? FEED_CAUSES[this.#around.feed()] : undefined;
  }
}
