import { Listeners } from './listeners.js';
import type { CutoverStatus, FeatureStage } from './messages.js';

/** How a feature is called while its stage settles. */
export type FeatureState = 'WebSocket' | 'REST' | 'transitioning';

const NOTHING: CutoverStatus = { revision: -1, features: {} };
const DEFAULT_POLL_SECONDS: Readonly<Record<string, number>> = { intraday: 5, global_market: 30 };
const FALLBACK_POLL_SECONDS = 10;

/** Which path each feature renders for this session, as the server says; a page never decides it by itself. */
export class Cutover {
  /** Told after each change. */
  readonly changes = new Listeners<CutoverStatus>();

  #status = NOTHING;

  /** Whether the server has said anything yet. */
  get known(): boolean {
    return this.#status.revision >= 0;
  }

  /** Takes what came if it is not older than what is known. */
  apply(status: CutoverStatus): void {
    if (status.revision >= this.#status.revision) {
      this.adopt(status);
    }
  }

  /** Takes what came in any case: the greeting of a new connection is right even where the count began anew. */
  adopt(status: CutoverStatus): void {
    const before = this.#status;
    this.#status = { ...status, poll_seconds: status.poll_seconds ?? before.poll_seconds };
    if (JSON.stringify(before) !== JSON.stringify(this.#status)) {
      this.changes.tell(this.#status);
    }
  }

  isWebSocketEnabled(feature: string): boolean {
    return this.#status.features[feature]?.renders === 'WebSocket';
  }

  getStatus(): CutoverStatus {
    return this.#status;
  }

  isFullyCutover(): boolean {
    const features = this.#all();
    return features.length > 0 && features.every(({ renders }) => renders === 'WebSocket');
  }

  isPartiallyCutover(): boolean {
    return !this.isFullyCutover() && this.#all().some(({ renders }) => renders === 'WebSocket');
  }

  /** One line, as `thorctl status` prints it. */
  getSummary(): string {
    const features = this.#all();
    const on = features.filter(({ renders }) => renders === 'WebSocket').length;
    if (this.isFullyCutover()) {
      return `FULL CUTOVER - all features using WebSocket (${on}/${features.length})`;
    }
    return on > 0
      ? `PARTIAL CUTOVER - some features using WebSocket (${on}/${features.length})`
      : `SHADOW MODE - all features using REST (0/${features.length})`;
  }

  /** The stage of one feature; undefined when the server does not name it. */
  stageOf(feature: string): FeatureStage | undefined {
    return this.#status.features[feature];
  }

  stateOf(feature: string): FeatureState {
    const { stage, renders = 'REST' } = this.#status.features[feature] ?? {};
    return stage === 'CANARY' ? 'transitioning' : renders;
  }

  /** Milliseconds from poll to poll; undefined when the stage needs no polls. */
  pollIntervalMs(feature: string): number | undefined {
    if (this.#status.features[feature]?.stage === 'COMPLETE') {
      return undefined;
    }
    return this.usualPollMs(feature);
  }

  /** What the server says, whatever the stage. */
  usualPollMs(feature: string): number {
    const seconds = this.#status.poll_seconds?.[feature] ?? DEFAULT_POLL_SECONDS[feature] ?? FALLBACK_POLL_SECONDS;
    return Math.max(1, seconds) * 1000;
  }

  #all(): readonly FeatureStage[] {
    return Object.values(this.#status.features);
  }
}
