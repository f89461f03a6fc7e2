import { beforeEach, describe, expect, it } from 'vitest';
import { fullJitterMs } from '../src/backoff.js';
import { Connection } from '../src/connection.js';
import { FakeRuntime } from './fake-runtime.js';

describe('the wait before a try', () => {
  it('is full jitter between half a second and a cap that doubles up to 20 s', () => {
    for (let attempt = 0; attempt < 40; attempt++) {
      expect(fullJitterMs(attempt, 0)).toBe(500);
      expect(fullJitterMs(attempt, 0.999999)).toBeLessThanOrEqual(Math.min(20_000, 1000 * 2 ** attempt));
    }
    expect(fullJitterMs(40, 0.999999)).toBeGreaterThan(19_999);
  });
});

describe('a connection', () => {
  let runtime: FakeRuntime;
  let connection: Connection;
  let doubts: number;

  beforeEach(() => {
    runtime = new FakeRuntime();
    connection = new Connection(runtime, 'ws://thor/ws/');
    doubts = 0;
    connection.doubts.add(() => doubts++);
    connection.start();
    runtime.socket.opens();
  });

  it('comes back by itself after a break, later with each failure', async () => {
    runtime.socket.breaks();
    expect(connection.status).toMatchObject({
      state: 'waiting',
      reason: 'closed with code 1006',
      retryAtMs: 1000 + 750,
    });
    await runtime.passes(749);
    expect(runtime.sockets).toHaveLength(1);
    await runtime.passes(1);
    expect(runtime.sockets).toHaveLength(2);
    runtime.socket.breaks();
    expect((connection.status.retryAtMs ?? 0) - runtime.now).toBe(1250);
  });

  it('begins with the shortest wait again after one that lasted', async () => {
    for (let round = 0; round < 4; round++) {
      runtime.socket.breaks();
      await runtime.passes(20_000);
    }
    runtime.socket.opens();
    await runtime.passes(10_000);
    runtime.socket.breaks();
    expect((connection.status.retryAtMs ?? 0) - runtime.now).toBe(750);
  });

  it('does not believe a server that accepts and closes at once', async () => {
    for (let round = 0; round < 4; round++) {
      runtime.socket.breaks(1011);
      await runtime.passes(20_000);
      runtime.socket.opens();
    }
    runtime.socket.breaks(1011);
    expect((connection.status.retryAtMs ?? 0) - runtime.now).toBeGreaterThan(5000);
  });

  it('gives up one that is silent for too long', async () => {
    connection.staleAfter(75_000);
    await runtime.passes(60_000);
    runtime.socket.says('{}');
    await runtime.passes(74_000);
    expect(connection.status.state).toBe('open');
    await runtime.passes(1000);
    expect(connection.status).toMatchObject({ state: 'waiting', reason: 'silent for too long' });
    expect(runtime.sockets[0]?.closed).toBe(true);
  });

  it('gives up a handshake that never ends', async () => {
    runtime.socket.breaks();
    await runtime.passes(750);
    await runtime.passes(75_000);
    expect(connection.status.state).toBe('waiting');
  });

  it('comes back when a draining server said, not before', async () => {
    connection.drain(7300);
    runtime.socket.breaks(1001, 'server stops');
    await runtime.passes(7200);
    expect(runtime.sockets).toHaveLength(1);
    await runtime.passes(100);
    expect(runtime.sockets).toHaveLength(2);
  });

  it('leaves a draining server that does not close', async () => {
    connection.drain(4000);
    await runtime.passes(4000);
    expect(runtime.sockets).toHaveLength(2);
    expect(runtime.sockets[0]?.closed).toBe(true);
  });

  it('waits without trying while the network is gone, and returns soon after it does', async () => {
    runtime.signal('offline');
    expect(connection.status.state).toBe('offline');
    await runtime.passes(600_000);
    expect(runtime.sockets).toHaveLength(1);
    runtime.signal('online');
    await runtime.passes(250);
    expect(runtime.sockets).toHaveLength(2);
  });

  it('tries at once when the page is shown', async () => {
    runtime.socket.breaks();
    runtime.signal('hidden');
    runtime.signal('visible');
    expect(runtime.sockets).toHaveLength(2);
    await runtime.passes(2000);
    expect(runtime.sockets).toHaveLength(2);
  });

  it('finds on being shown that it was silent while hidden', () => {
    runtime.now += 80_000;
    runtime.signal('visible');
    expect(connection.status.state).toBe('waiting');
  });

  it.each([1008, 4201])('doubts its credentials after code %i', (code) => {
    runtime.socket.breaks(code);
    expect(doubts).toBe(1);
  });

  it('doubts its credentials after a refused handshake, not after a break', async () => {
    runtime.socket.breaks();
    expect(doubts).toBe(0);
    await runtime.passes(750);
    runtime.socket.breaks();
    expect(doubts).toBe(1);
  });

  it('stays closed when a doubt ends it', async () => {
    connection.doubts.add(() => connection.stop());
    runtime.socket.breaks(4201);
    await runtime.passes(60_000);
    expect(connection.status.state).toBe('closed');
    expect(runtime.sockets).toHaveLength(1);
  });

  it('can be started again', async () => {
    connection.stop();
    connection.start();
    await runtime.passes(1);
    expect(runtime.sockets).toHaveLength(2);
  });
});
