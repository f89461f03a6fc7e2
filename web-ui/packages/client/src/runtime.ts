/** Undoes what was begun: stops a timer, ends a subscription. Calling it again does nothing. */
export type Cancel = () => void;

/** What the page tells: the network came or went, the tab was shown or hidden. */
export type PageSignal = 'online' | 'offline' | 'visible' | 'hidden';

/** What a socket tells. */
export interface SocketEvents {
  onOpen(): void;
  onFrame(data: unknown): void;
  onClose(code: number, reason: string): void;
}

/** An open or opening socket; after `close` it tells nothing more. */
export interface SocketLike {
  send(text: string): void;
  close(): void;
}

/** Everything that the library takes from its surroundings, so that a test can drive it. */
export interface Runtime {
  /** Milliseconds that never fall, from any origin. */
  monotonicMs(): number;
  /** Milliseconds since 1970 as this machine believes; it may jump. */
  wallMs(): number;
  /** From 0 up to 1. */
  random(): number;
  after(delayMs: number, task: () => void): Cancel;
  /** Runs once before the next picture is drawn; in a hidden page soon. */
  beforePaint(task: () => void): Cancel;
  online(): boolean;
  visible(): boolean;
  onSignal(listener: (signal: PageSignal) => void): Cancel;
  openSocket(url: string, events: SocketEvents): SocketLike;
  fetch(path: string, init: RequestInit): Promise<Response>;
}

/** The browser's own clock, timers, network and page. */
export function browserRuntime(): Runtime {
  return {
    monotonicMs: () => performance.now(),
    wallMs: () => Date.now(),
    random: () => Math.random(),
    after,
    beforePaint,
    online: () => navigator.onLine,
    visible: () => document.visibilityState === 'visible',
    onSignal,
    openSocket,
    fetch: (path, init) => fetch(path, init),
  };
}

function after(delayMs: number, task: () => void): Cancel {
  const timer = setTimeout(task, delayMs);
  return () => clearTimeout(timer);
}

/** A hidden page draws no frames, so a timer stands in for them. */
function beforePaint(task: () => void): Cancel {
  if (document.visibilityState === 'hidden') {
    return after(100, task);
  }
  const frame = requestAnimationFrame(task);
  return () => cancelAnimationFrame(frame);
}

function onSignal(listener: (signal: PageSignal) => void): Cancel {
  const controller = new AbortController();
  const { signal } = controller;
  addEventListener('online', () => listener('online'), { signal });
  addEventListener('offline', () => listener('offline'), { signal });
  const visibility = () => listener(document.visibilityState === 'hidden' ? 'hidden' : 'visible');
  document.addEventListener('visibilitychange', visibility, { signal });
  return () => controller.abort();
}

function openSocket(url: string, events: SocketEvents): SocketLike {
  const socket = new WebSocket(url);
  socket.onopen = () => events.onOpen();
  socket.onmessage = ({ data }) => events.onFrame(data);
  socket.onclose = ({ code, reason }) => events.onClose(code, reason);
  return {
    send: (text) => socket.send(text),
    close: () => {
      socket.onopen = socket.onmessage = socket.onclose = null;
      socket.close();
    },
  };
}
