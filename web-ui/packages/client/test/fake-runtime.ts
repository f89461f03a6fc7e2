import type { Cancel, PageSignal, Runtime, SocketEvents } from '../src/runtime.js';

/** A socket whose other end is the test. */
export class FakeSocket {
  readonly sent: { type: string; id?: number; data: Record<string, unknown> }[] = [];
  closed = false;

  constructor(
    readonly url: string,
    private readonly events: SocketEvents,
  ) {}

  send(text: string): void {
    this.sent.push(JSON.parse(text) as FakeSocket['sent'][number]);
  }

  close(): void {
    this.closed = true;
  }

  opens(): void {
    if (!this.closed) this.events.onOpen();
  }

  says(message: unknown): void {
    if (!this.closed) this.events.onFrame(typeof message === 'string' ? message : JSON.stringify(message));
  }

  breaks(code = 1006, reason = ''): void {
    if (!this.closed) this.events.onClose(code, reason);
  }

  last(type: string): Record<string, unknown> | undefined {
    return this.sent.filter((message) => message.type === type).at(-1)?.data;
  }
}

interface Timer {
  readonly atMs: number;
  readonly task: () => void;
}

export type FakeAnswer = { status?: number; body?: unknown; text?: string; headers?: Record<string, string> } | 'down';

/** Time that moves when the test says so; sockets and answers that the test gives. */
export class FakeRuntime implements Runtime {
  now = 1000;
  wallOffset = Date.parse('2026-01-05T14:30:00Z') - 1000;
  next = 0.5;
  isOnline = true;
  isVisible = true;
  readonly sockets: FakeSocket[] = [];
  readonly requests: { path: string; headers: Headers; method: string; body: unknown }[] = [];
  answer: (path: string, headers: Headers) => FakeAnswer = () => ({ status: 404 });
  readonly #timers = new Set<Timer>();
  readonly #signals = new Set<(signal: PageSignal) => void>();

  monotonicMs = () => this.now;
  wallMs = () => this.now + this.wallOffset;
  random = () => this.next;
  online = () => this.isOnline;
  visible = () => this.isVisible;

  after(delayMs: number, task: () => void): Cancel {
    const timer = { atMs: this.now + delayMs, task };
    this.#timers.add(timer);
    return () => this.#timers.delete(timer);
  }

  beforePaint(task: () => void): Cancel {
    return this.after(16, task);
  }

  onSignal(listener: (signal: PageSignal) => void): Cancel {
    this.#signals.add(listener);
    return () => this.#signals.delete(listener);
  }

  signal(signal: PageSignal): void {
    if (signal === 'online' || signal === 'offline') this.isOnline = signal === 'online';
    else this.isVisible = signal === 'visible';
    this.#signals.forEach((listener) => listener(signal));
  }

  openSocket(url: string, events: SocketEvents): FakeSocket {
    const socket = new FakeSocket(url, events);
    this.sockets.push(socket);
    return socket;
  }

  fetch(path: string, init: RequestInit): Promise<Response> {
    const headers = new Headers(init.headers);
    const body: unknown = typeof init.body === 'string' ? JSON.parse(init.body) : undefined;
    this.requests.push({ path, headers, method: init.method ?? 'GET', body });
    const answer = this.answer(path, headers);
    if (answer === 'down') return Promise.reject(new TypeError('fetch failed'));
    const status = answer.status ?? 200;
    const text = answer.text ?? (answer.body === undefined ? null : JSON.stringify(answer.body));
    return Promise.resolve(new Response(status === 304 ? null : text, { status, headers: answer.headers ?? {} }));
  }

  get socket(): FakeSocket {
    const socket = this.sockets.at(-1);
    if (!socket) throw new Error('no socket was opened');
    return socket;
  }

  polls(start: string): number {
    return this.requests.filter(({ path }) => path.startsWith(start)).length;
  }

  /** Lets time pass, with everything that is due in it. */
  async passes(ms: number): Promise<void> {
    const end = this.now + ms;
    await settle();
    for (;;) {
      const due = [...this.#timers].filter(({ atMs }) => atMs <= end).sort((a, b) => a.atMs - b.atMs)[0];
      if (!due) break;
      this.#timers.delete(due);
      this.now = Math.max(this.now, due.atMs);
      due.task();
      await settle();
    }
    this.now = end;
  }
}

/** Lets promises that are ready run on. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 3; turn++) await new Promise((resolve) => setImmediate(resolve));
}
