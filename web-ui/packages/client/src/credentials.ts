import type { Connection } from './connection.js';
import { RequestFailedError, type Rest } from './rest.js';
import type { Cancel, Runtime } from './runtime.js';
import type { Session } from './session.js';
import { isObject } from './shape.js';

const RENEW_AT = 0.8;
const LONGEST_MS = 2 ** 31 - 1;
const RETRY_MS = 30_000;

/**
 * Renews the session before it ends: a ticket by REST, redeemed on the socket, so that nobody has to sign in again. Where
 * no socket comes about, REST says how long the session lasts.
 */
export class Credentials {
  readonly #runtime: Runtime;
  readonly #rest: Rest;
  readonly #session: Session;
  readonly #connection: Connection;
  #cancel: Cancel = () => undefined;
  #planned = false;

  constructor(runtime: Runtime, rest: Rest, session: Session, connection: Connection) {
    this.#runtime = runtime;
    this.#rest = rest;
    this.#session = session;
    this.#connection = connection;
    session.messages.add((message) => {
      if (message.type === 'welcome' || message.type === 'refreshed') {
        this.#plan(message.data.expires_in);
      }
    });
    connection.doubts.add(() => void this.#ask());
  }

  stop(): void {
    this.#cancel();
    this.#planned = false;
  }

  /** Whether the session is known at all is heard by others; here it says how long it lasts. */
  async #ask(): Promise<void> {
    try {
      const { json } = await this.#rest.get('/api/session');
      if (!this.#planned) {
        this.#plan(lifetime(json));
      }
    } catch {
      // The next try to connect doubts again.
    }
  }

  #plan(expiresInSeconds: number | undefined): void {
    if (expiresInSeconds !== undefined && this.#connection.status.state !== 'closed') {
      this.#planned = true;
      this.#after(Math.min(LONGEST_MS, Math.max(1000, expiresInSeconds * 1000 * RENEW_AT)));
    }
  }

  #after(delayMs: number): void {
    this.#cancel();
    this.#cancel = this.#runtime.after(delayMs, () => void this.#renew());
  }

  async #renew(): Promise<void> {
    try {
      const { json } = await this.#rest.send('POST', '/api/session/refresh', { body: {} });
      const ticket = isObject(json) ? json['ticket'] : undefined;
      if (typeof ticket === 'string') {
        this.#session.send('refresh', { ticket });
      }
      this.#plan(lifetime(json));
    } catch (error) {
      // A server without the route says 404; then the session ends when it ends.
      if (error instanceof RequestFailedError && error.status !== 404) {
        this.#after(RETRY_MS);
      }
    }
  }
}

function lifetime(json: unknown): number | undefined {
  const seconds = isObject(json) ? json['expires_in'] : undefined;
  return typeof seconds === 'number' ? seconds : undefined;
}
