/** One WebSocket that comes back by itself: full jitter, and a watch on silence. */

const LEAST_DELAY_MS = 500;
const MOST_DELAY_MS = 20_000;
const DEFAULT_STALE_MS = 75_000;

export class Connection {
  #socket = null;
  #attempt = 0;
  #retryTimer = 0;
  #staleTimer = 0;
  #staleMs = DEFAULT_STALE_MS;
  #listener;
  #url;

  /**
   * @param {string} url
   * @param {{onState: (state: "connecting"|"open"|"closed", detail: string) => void,
   *          onText: (text: string) => void}} listener
   */
  constructor(url, listener) {
    this.#url = url;
    this.#listener = listener;
  }

  open() {
    this.#listener.onState("connecting", "");
    const socket = new WebSocket(this.#url);
    this.#socket = socket;
    socket.onopen = () => {
      this.#listener.onState("open", "");
      this.#watchForSilence();
    };
    socket.onmessage = (event) => {
      this.#attempt = 0;
      this.#watchForSilence();
      this.#listener.onText(event.data);
    };
    socket.onclose = (event) => this.#retry(closeReason(event));
  }

  /** Closes for good. */
  close() {
    this.#drop();
    clearTimeout(this.#retryTimer);
    this.#listener.onState("closed", "");
  }

  /** Takes the server's own figure for how long silence may last, beginning with this message. */
  staleAfter(seconds) {
    this.#staleMs = seconds * 1000;
    this.#watchForSilence();
  }

  #watchForSilence() {
    clearTimeout(this.#staleTimer);
    this.#staleTimer = setTimeout(() => {
      this.#drop();
      this.#retry("silent for too long");
    }, this.#staleMs);
  }

  /** Lets go of a socket that may never confirm its close. */
  #drop() {
    clearTimeout(this.#staleTimer);
    if (this.#socket) {
      this.#socket.onopen = this.#socket.onmessage = this.#socket.onclose = null;
      this.#socket.close();
      this.#socket = null;
    }
  }

  #retry(reason) {
    clearTimeout(this.#staleTimer);
    const delayMs = jitter(this.#attempt++);
    this.#listener.onState("closed", `${reason}, next try in ${Math.ceil(delayMs / 1000)} s`);
    this.#retryTimer = setTimeout(() => this.open(), delayMs);
  }
}

/** Anything between the least delay and a cap that doubles with each attempt. */
export function jitter(attempt, random = Math.random) {
  const capMs = Math.min(MOST_DELAY_MS, 2 * LEAST_DELAY_MS * 2 ** Math.min(attempt, 10));
  return LEAST_DELAY_MS + random() * (capMs - LEAST_DELAY_MS);
}

function closeReason(event) {
  return event.reason ? `${event.reason} (${event.code})` : `code ${event.code}`;
}
