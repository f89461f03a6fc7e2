import type { ParityReport } from './parity-report.js';
import type { Rest } from './rest.js';
import type { Cancel, Runtime } from './runtime.js';
import type { Session } from './session.js';

/** Where reports come from, and go back to when they could not be sent. */
export interface ReportSource {
  takeReports(): readonly ParityReport[];
  putBack(report: ParityReport): void;
}

const INTERVAL_MS = 10_000;
const SLOWEST_MS = 300_000;

/**
 * Tells the server what comparing found: at most once in ten seconds for each feature, over the socket, else by POST.
 * What could not be sent goes with a later report, and each failure doubles the time to it.
 */
export class ParityReporter {
  readonly #runtime: Runtime;
  readonly #rest: Rest;
  readonly #session: Session;
  readonly #source: ReportSource;
  #failures = 0;
  #cancel: Cancel = () => undefined;

  constructor(runtime: Runtime, rest: Rest, session: Session, source: ReportSource) {
    this.#runtime = runtime;
    this.#rest = rest;
    this.#session = session;
    this.#source = source;
  }

  start(): void {
    this.stop();
    const delayMs = Math.min(SLOWEST_MS, INTERVAL_MS * 2 ** this.#failures);
    const cancel = this.#runtime.after(delayMs * (0.9 + 0.2 * this.#runtime.random()), () => {
      void this.#report().then(() => {
        // Nobody has stopped or started it meanwhile.
        if (this.#cancel === cancel) {
          this.start();
        }
      });
    });
    this.#cancel = cancel;
  }

  stop(): void {
    this.#cancel();
    this.#cancel = () => undefined;
  }

  async #report(): Promise<void> {
    const sent = await Promise.all(this.#source.takeReports().map((report) => this.#send(report)));
    this.#failures = sent.includes(false) ? this.#failures + 1 : 0;
  }

  async #send(report: ParityReport): Promise<boolean> {
    if (this.#session.welcome) {
      this.#session.send('parity_report', report);
      return true;
    }
    try {
      await this.#rest.send('POST', '/api/cutover/parity', { body: report });
      return true;
    } catch {
      this.#source.putBack(report);
      return false;
    }
  }
}
