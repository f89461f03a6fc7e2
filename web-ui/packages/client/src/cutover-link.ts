import type { Connection } from './connection.js';
import type { Cutover } from './cutover.js';
import type { ServerMessage } from './parse.js';
import { Poller } from './poller.js';
import { readCutoverStatus } from './readers.js';
import type { Rest } from './rest.js';
import type { Cancel, Runtime } from './runtime.js';
import type { Session } from './session.js';

const BACKSTOP_MS = 15_000;

/**
 * Keeps the cutover in step with the server: takes what is pushed, asks where nothing is, and acknowledges a revision
 * once the page has been drawn with it.
 */
export class CutoverLink {
  readonly #runtime: Runtime;
  readonly #rest: Rest;
  readonly #session: Session;
  readonly #cutover: Cutover;
  readonly #backstop: Poller;
  #pushed = false;
  #asking = false;
  #acknowledged = -1;
  #cancelPaint: Cancel = () => undefined;

  constructor(runtime: Runtime, rest: Rest, session: Session, connection: Connection, cutover: Cutover) {
    this.#runtime = runtime;
    this.#rest = rest;
    this.#session = session;
    this.#cutover = cutover;
    this.#backstop = this.#poller();
    session.messages.add((message) => this.#hear(message));
    rest.answers.add((headers) => this.#read(headers));
    cutover.changes.add(() => this.#acknowledgeSoon());
    connection.statusChanges.add(() => {
      this.#pushed = false;
      this.#acknowledged = -1;
    });
  }

  start(): void {
    this.#backstop.start();
  }

  stop(): void {
    this.#backstop.stop();
    this.#cancelPaint();
  }

  #hear(message: ServerMessage): void {
    if (message.type === 'welcome' && message.data.cutover) {
      this.#cutover.adopt(message.data.cutover);
      this.#acknowledgeSoon();
    } else if (message.type === 'cutover_status') {
      this.#pushed = true;
      this.#cutover.apply(message.data);
    }
  }

  /** The next picture is drawn with the new stages; when the one after it begins, that one is on the screen. */
  #acknowledgeSoon(): void {
    this.#cancelPaint();
    this.#cancelPaint = this.#runtime.beforePaint(() => {
      this.#cancelPaint = this.#runtime.beforePaint(() => this.#acknowledge());
    });
  }

  /** Once for each connection and revision. */
  #acknowledge(): void {
    const { revision } = this.#cutover.getStatus();
    if (this.#session.welcome && this.#acknowledged !== revision) {
      this.#acknowledged = revision;
      this.#session.send('applied', { revision });
    }
  }

  #read(headers: Headers): void {
    if (Number(headers.get('Thor-Cutover-Revision') ?? -1) > this.#cutover.getStatus().revision) {
      void this.#ask();
    }
  }

  async #ask(): Promise<void> {
    if (!this.#asking) {
      this.#asking = true;
      try {
        const { json } = await this.#rest.get('/api/cutover');
        this.#cutover.apply(readCutoverStatus(json, 'cutover'));
      } catch {
        // The next answer names the revision again.
      } finally {
        this.#asking = false;
      }
    }
  }

  /** Asks for the stages where the server does not push them. */
  #poller(): Poller {
    return new Poller(this.#runtime, this.#rest, {
      path: '/api/cutover',
      intervalMs: () => (this.#pushed ? undefined : BACKSTOP_MS),
      purpose: () => undefined,
      onAnswer: ({ json }) => this.#cutover.apply(readCutoverStatus(json, 'cutover')),
      onHeard: () => undefined,
      onProblem: () => undefined,
    });
  }
}
