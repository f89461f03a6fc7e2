import type { Cutover } from './cutover.js';
import { FALLBACK_POLL_MS, PathHealth } from './path-health.js';
import type { Purpose } from './rest.js';
import type { Runtime } from './runtime.js';
import type { DataSource } from './shown-topic.js';

const COMPARING: ReadonlySet<string | undefined> = new Set(['SHADOW', 'CANARY', 'LIVE']);

/**
 * Which path one feature is drawn from: the one that the cutover says, but REST while the stream stays away. From it
 * follows how REST is polled, and whether what is drawn has stopped.
 */
export class PathChoice {
  readonly #cutover: Cutover;
  readonly #feature: string;
  readonly #whole: () => boolean;
  readonly #health: PathHealth;
  #source: DataSource;

  /** @param whole whether the streams of all topics of the feature are complete and flow */
  constructor(runtime: Runtime, cutover: Cutover, feature: string, whole: () => boolean) {
    this.#cutover = cutover;
    this.#feature = feature;
    this.#whole = whole;
    this.#health = new PathHealth(runtime);
    this.#source = this.enabled ? 'WebSocket' : 'REST (Shadow)';
  }

  get source(): DataSource {
    return this.#source;
  }

  /** Whether the cutover lets this session draw the stream. */
  get enabled(): boolean {
    return this.#cutover.isWebSocketEnabled(this.#feature);
  }

  /** Whether both paths are compared at the present stage. */
  get compares(): boolean {
    return COMPARING.has(this.#cutover.stageOf(this.#feature)?.stage);
  }

  /** Undefined while REST need not be polled. */
  get pollIntervalMs(): number | undefined {
    return this.#health.fallback ? FALLBACK_POLL_MS : this.#cutover.pollIntervalMs(this.#feature);
  }

  get pollPurpose(): Purpose | undefined {
    if (this.#health.fallback) {
      return 'resync';
    }
    return this.enabled ? 'parity' : undefined;
  }

  /** Chooses anew. Answers whether the other path is drawn from now on. */
  choose(): boolean {
    const wanted = this.#wanted();
    if (wanted === this.#source) {
      return false;
    }
    this.#source = wanted;
    this.#health.switched();
    return true;
  }

  /** Looks at the time. Answers whether REST began or ceased to stand in for the stream. */
  look(): boolean {
    return this.#health.look(this.enabled && !this.#whole());
  }

  streamBroke(): void {
    this.#health.streamBroke();
  }

  restHeard(): void {
    this.#health.restHeard();
  }

  /** Whether the path that is drawn has stopped. */
  isStale(restFails: boolean): boolean {
    return this.#source === 'WebSocket'
      ? !this.#whole() && this.#health.isStreamStale()
      : this.#health.isRestStale(this.#cutover.usualPollMs(this.#feature), restFails);
  }

  #wanted(): DataSource {
    if (!this.enabled) {
      return 'REST (Shadow)';
    }
    if (this.#whole()) {
      return 'WebSocket';
    }
    return this.#health.restStandsIn ? 'REST (Shadow)' : this.#source;
  }
}
