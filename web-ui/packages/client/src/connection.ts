import { fullJitterMs } from './backoff.js';
import { Listeners } from './listeners.js';
import type { Cancel, PageSignal, Runtime, SocketLike } from './runtime.js';

export type ConnectionState = 'idle' | 'connecting' | 'open' | 'waiting' | 'offline' | 'closed';

/** What can be said of the connection at one moment. */
export interface ConnectionStatus {
  readonly state: ConnectionState;
  /** Why it is not open; empty when it is. */
  readonly reason: string;
  /** When the next try begins, on the runtime's monotonic clock; undefined when none is planned. */
  readonly retryAtMs?: number | undefined;
}

/** A close that tells of the credentials, or a handshake that was refused, which a browser cannot tell from others. */
const CREDENTIAL_CODES: ReadonlySet<number> = new Set([1008, 4201]);

const DEFAULT_STALE_MS = 75_000;
/** A connection that lived this long was a good one, so the next break begins at the shortest wait. */
const SETTLED_MS = 10_000;
const ONLINE_SPREAD_MS = 500;

/**
 * One WebSocket that comes back by itself: with full jitter after a break, at the moment that a draining server asked
 * for, at once when the network returns or the page is shown again, and after too long a silence.
 */
export class Connection {
  readonly statusChanges = new Listeners<ConnectionStatus>();
  readonly opened = new Listeners<void>();
  readonly frames = new Listeners<unknown>();
  /** The server may have refused the credentials; ask it by REST. */
  readonly doubts = new Listeners<void>();

  #status: ConnectionStatus = { state: 'idle', reason: '' };
  #socket: SocketLike | undefined;
  #attempt = 0;
  #openedAtMs = 0;
  #lastFrameAtMs = 0;
  #staleMs = DEFAULT_STALE_MS;
  #drainUntilMs: number | undefined;
  #cancelTimer: Cancel = () => undefined;
  #cancelSignals: Cancel = () => undefined;
  readonly #runtime: Runtime;
  readonly #url: string;

  constructor(runtime: Runtime, url: string) {
    this.#runtime = runtime;
    this.#url = url;
  }

  get status(): ConnectionStatus {
    return this.#status;
  }

  start(): void {
    if (this.#status.state !== 'idle' && this.#status.state !== 'closed') {
      return;
    }
    this.#cancelSignals = this.#runtime.onSignal((signal) => this.#hear(signal));
    if (this.#runtime.online()) {
      this.#connect();
    } else {
      this.#become('offline', 'the network is gone');
    }
  }

  /** Closes for good. */
  stop(): void {
    this.#cancelSignals();
    this.#drop();
    this.#become('closed', '');
  }

  /** Sends a frame; what is sent while the connection is not open is lost. */
  send(text: string): void {
    if (this.#status.state === 'open') {
      this.#socket?.send(text);
    }
  }

  /** Takes the server's figure for how long silence may last. */
  staleAfter(ms: number): void {
    this.#staleMs = Math.max(1000, ms);
    this.#watch();
  }

  /** The server stops soon; come back when it says. */
  drain(reconnectInMs: number): void {
    this.#drainUntilMs = this.#runtime.monotonicMs() + Math.min(Math.max(0, reconnectInMs), 600_000);
    this.#watch();
  }

  #connect(): void {
    this.#drop();
    this.#drainUntilMs = undefined;
    this.#become('connecting', '');
    this.#lastFrameAtMs = this.#runtime.monotonicMs();
    this.#socket = this.#runtime.openSocket(this.#url, {
      onOpen: () => this.#open(),
      onFrame: (data) => {
        this.#lastFrameAtMs = this.#runtime.monotonicMs();
        this.frames.tell(data);
      },
      onClose: (code, reason) => this.#closed(code, reason),
    });
    this.#watch();
  }

  #open(): void {
    this.#openedAtMs = this.#runtime.monotonicMs();
    this.#lastFrameAtMs = this.#openedAtMs;
    this.#become('open', '');
    this.opened.tell();
    this.#watch();
  }

  #closed(code: number, reason: string): void {
    const wasOpen = this.#status.state === 'open';
    if (CREDENTIAL_CODES.has(code) || !wasOpen) {
      this.doubts.tell();
    }
    if (wasOpen && this.#runtime.monotonicMs() - this.#openedAtMs >= SETTLED_MS) {
      this.#attempt = 0;
    }
    this.#retry(reason === '' ? `closed with code ${code}` : `${reason} (${code})`);
  }

  #retry(reason: string): void {
    this.#drop();
    // A listener of the close may have ended it all.
    if (this.#status.state === 'closed') {
      return;
    }
    if (!this.#runtime.online()) {
      this.#become('offline', 'the network is gone');
      return;
    }
    const jitterMs = fullJitterMs(this.#attempt++, this.#runtime.random());
    const now = this.#runtime.monotonicMs();
    this.#wait(reason, this.#drainUntilMs === undefined ? jitterMs : Math.max(jitterMs / 10, this.#drainUntilMs - now));
  }

  #wait(reason: string, delayMs: number): void {
    this.#drop();
    this.#become('waiting', reason, this.#runtime.monotonicMs() + delayMs);
    this.#cancelTimer = this.#runtime.after(delayMs, () => this.#connect());
  }

  /** One timer watches for silence, for the drain's end, and for a handshake that never ends. */
  #watch(): void {
    this.#cancelTimer();
    const now = this.#runtime.monotonicMs();
    const silentAtMs = this.#lastFrameAtMs + this.#staleMs;
    const dueMs = Math.min(silentAtMs, this.#drainUntilMs ?? Infinity);
    if (this.#socket === undefined) {
      return;
    }
    if (now < dueMs) {
      this.#cancelTimer = this.#runtime.after(dueMs - now, () => this.#watch());
    } else if (silentAtMs <= now) {
      this.#retry('silent for too long');
    } else {
      this.#connect();
    }
  }

  #hear(signal: PageSignal): void {
    const { state } = this.#status;
    if (signal === 'offline') {
      this.#drop();
      this.#become('offline', 'the network is gone');
    } else if (signal === 'online' && state === 'offline') {
      this.#attempt = 0;
      this.#wait('the network is back', this.#runtime.random() * ONLINE_SPREAD_MS);
    } else if (signal === 'visible' && state === 'waiting' && this.#drainUntilMs === undefined) {
      this.#connect();
    } else if (signal === 'visible') {
      // Timers of a hidden page are late: look at the silence now.
      this.#watch();
    }
  }

  /** Lets go of a socket that may never confirm its close. */
  #drop(): void {
    this.#cancelTimer();
    const socket = this.#socket;
    this.#socket = undefined;
    socket?.close();
  }

  #become(state: ConnectionState, reason: string, retryAtMs?: number): void {
    this.#status = { state, reason, retryAtMs };
    this.statusChanges.tell(this.#status);
  }
}
