import { Listeners } from './listeners.js';
import type { Runtime } from './runtime.js';
import { isObject } from './shape.js';

/** Why a request is made; without one it counts as a caller of the old path. */
export type Purpose = 'parity' | 'resync' | 'history';

export interface RestAnswer {
  readonly status: number;
  readonly headers: Headers;
  /** The body as it came. */
  readonly text: string;
  /** The body; undefined when there is none. */
  readonly json: unknown;
}

export interface RestRequest {
  readonly body?: unknown;
  readonly purpose?: Purpose | undefined;
  /** The entity tag of the last answer; an unchanged state is answered 304. */
  readonly etag?: string | undefined;
  /** Further headers, such as `If-Match`. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

/** The server does not know this session (any more). */
export class SignedOutError extends Error {
  override readonly name = 'SignedOutError';
}

/** The server answered with a problem, or not at all; the message is for the user. */
export class RequestFailedError extends Error {
  override readonly name = 'RequestFailedError';

  /**
   * @param status 0 when there was no answer
   * @param body what the server answered, where that was JSON
   */
  constructor(
    readonly status: number,
    message: string,
    readonly body?: unknown,
  ) {
    super(message);
  }
}

const TIMEOUT_MS = 10_000;

/** Requests to Thor's REST interface, same origin, with the cookie of the session. */
export class Rest {
  /** Each answer's headers, of failures too. */
  readonly answers = new Listeners<Headers>();
  readonly signedOut = new Listeners<void>();

  readonly #runtime: Runtime;
  readonly #base: string;

  constructor(runtime: Runtime, base = '') {
    this.#runtime = runtime;
    this.#base = base;
  }

  /** Errors: SignedOutError for 401, RequestFailedError for every other failure. */
  async send(
    method: string,
    path: string,
    { body, purpose, etag, headers: more }: RestRequest = {},
  ): Promise<RestAnswer> {
    const headers = new Headers({ Accept: 'application/json', ...more });
    if (body !== undefined) {
      headers.set('Content-Type', 'application/json');
    }
    if (purpose) {
      headers.set('Thor-Purpose', purpose);
    }
    if (etag) {
      headers.set('If-None-Match', etag);
    }
    const init: RequestInit = {
      method,
      headers,
      cache: 'no-store',
      ...(body !== undefined && { body: JSON.stringify(body) }),
    };
    return this.#check(path, await this.#exchange(path, init));
  }

  get(path: string, request: RestRequest = {}): Promise<RestAnswer> {
    return this.send('GET', path, request);
  }

  async #exchange(path: string, init: RequestInit): Promise<{ response: Response; text: string }> {
    const abort = new AbortController();
    const cancel = this.#runtime.after(TIMEOUT_MS, () => abort.abort());
    try {
      const response = await this.#runtime.fetch(this.#base + path, { ...init, signal: abort.signal });
      return { response, text: await response.text() };
    } catch {
      throw new RequestFailedError(
        0,
        `The server ${abort.signal.aborted ? 'gave no answer in time' : 'cannot be reached'}.`,
      );
    } finally {
      cancel();
    }
  }

  #check(path: string, { response, text }: { response: Response; text: string }): RestAnswer {
    this.answers.tell(response.headers);
    const json = parse(text);
    if (response.status === 401) {
      this.signedOut.tell();
      throw new SignedOutError(problem(json) ?? 'Sign in first.');
    }
    if (!response.ok && response.status !== 304) {
      throw new RequestFailedError(response.status, problem(json) ?? `${path} answered ${response.status}.`, json);
    }
    if (text !== '' && json === undefined) {
      throw new RequestFailedError(response.status, `${path} did not answer with JSON.`);
    }
    return { status: response.status, headers: response.headers, text, json };
  }
}

function parse(text: string): unknown {
  try {
    return text === '' ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The words of an application/problem+json answer. */
function problem(json: unknown): string | undefined {
  const words = isObject(json) ? (json['detail'] ?? json['title']) : undefined;
  return typeof words === 'string' ? words : undefined;
}
