import type { FeedFigures, FeedStatus } from './messages.js';

/** The worst comes last. */
const STATUSES: readonly FeedStatus[] = ['ENDED', 'LIVE', 'STALE', 'DOWN'];

/** How far the market data behind all features can be trusted, as the server told last. */
export class FeedStanding {
  readonly #onChange: () => void;
  #figures: readonly FeedFigures[] = [];
  #worst: FeedStatus = 'LIVE';

  /** @param onChange called when the worst status is another one */
  constructor(onChange: () => void) {
    this.#onChange = onChange;
  }

  get figures(): readonly FeedFigures[] {
    return this.#figures;
  }

  /** Of all feeds; one that has ended counts where there is no other. */
  get worst(): FeedStatus {
    return this.#worst;
  }

  /** Takes the feeds of a heartbeat. */
  tell(figures: readonly FeedFigures[]): void {
    this.#figures = figures;
    const worst = Math.max(...figures.map(({ status }) => STATUSES.indexOf(status)));
    this.#become(STATUSES[worst] ?? 'LIVE');
  }

  /** Takes the header `Thor-Feed` of an answer, which not every answer has. */
  read(header: string | null): void {
    this.#become(STATUSES.find((known) => known === header) ?? this.#worst);
  }

  #become(worst: FeedStatus): void {
    if (worst !== this.#worst) {
      this.#worst = worst;
      this.#onChange();
    }
  }
}
