import { afterEach, beforeEach, describe, expect, it, vi, type MockInstance } from 'vitest';
import { ThorClient } from '../src/client.js';
import type { FeatureHandle } from '../src/feature-set.js';
import { accountBalance, intraday, type Intraday } from '../src/features.js';
import type { AccountBalance } from '../src/messages.js';
import { FakeRuntime, type FakeAnswer } from './fake-runtime.js';
import { at, balance, balanceData, bar, barData, cutover, heartbeat, restState, subscribed, welcome } from './wire.js';

const BALANCE = 'account_balance:A1';
const PATH = '/api/account/balance';

describe('a client', () => {
  let runtime: FakeRuntime;
  let client: ThorClient;
  let handle: FeatureHandle<AccountBalance>;
  let shown: { cash: number | undefined; source: string }[];
  let status: ReturnType<typeof cutover>;
  let rest: FakeAnswer;
  let log: MockInstance<typeof console.log>;

  beforeEach(() => {
    log = vi.spyOn(console, 'log').mockImplementation(() => undefined);
    runtime = new FakeRuntime();
    status = cutover('REST');
    rest = restState(BALANCE, 1, balanceData(1));
    runtime.answer = (path) =>
      path === '/api/cutover' ? { body: status } : path.startsWith(PATH) ? rest : { status: 404 };
    client = new ThorClient({ runtime, socketUrl: 'ws://thor/ws/' });
    handle = client.feature(accountBalance, 'A1');
    shown = [];
    handle.subscribe(() => {
      const { data, source } = handle.getSnapshot();
      if (shown.at(-1)?.cash !== data?.cash || shown.at(-1)?.source !== source)
        shown.push({ cash: data?.cash, source });
    });
    client.start();
  });

  afterEach(() => {
    client.stop();
    log.mockRestore();
  });

  async function opens(renders: 'REST' | 'WebSocket' = 'REST', seq = 1): Promise<void> {
    status = cutover(renders, status.revision + 1);
    runtime.socket.opens();
    runtime.socket.says(welcome(status));
    await runtime.passes(1);
    subscribed(runtime.socket, { [BALANCE]: { seq } });
    runtime.socket.says(balance(seq));
    await runtime.passes(20);
  }

  async function pushes(renders: 'REST' | 'WebSocket', stage?: string): Promise<void> {
    status = cutover(renders, status.revision + 1, stage);
    runtime.socket.says({ type: 'cutover_status', data: status });
    await runtime.passes(20);
  }

  it('shows REST in shadow, and compares it with the stream', async () => {
    await opens();
    runtime.socket.says(balance(2));
    await runtime.passes(1100);
    expect(handle.getSnapshot()).toMatchObject({
      data: { cash: 1 },
      source: 'REST (Shadow)',
      stale: false,
      problem: '',
    });
    expect(client.monitor.features[0]).toMatchObject({ name: 'account_balance', messages: 2, state: 'REST' });
    rest = restState(BALANCE, 2, balanceData(2));
    await runtime.passes(12_000);
    expect(handle.getSnapshot().data?.cash).toBe(2);
    expect(client.monitor.features[0]?.parity.counts.EQUAL).toBeGreaterThanOrEqual(2);
    expect(runtime.socket.last('parity_report')).toMatchObject({ feature: 'account_balance' });
  });

  it('logs [WS] in shadow, which can be switched off', async () => {
    await opens();
    expect(log).toHaveBeenCalledWith('[WS] account_balance account_balance:A1 1');
    log.mockClear();
    client.logShadow(false);
    runtime.socket.says(balance(2));
    expect(log).not.toHaveBeenCalled();
  });

  it('follows the stages without blank and without going back', async () => {
    await opens();
    runtime.socket.says(balance(5));
    await pushes('WebSocket');
    expect(handle.getSnapshot()).toMatchObject({ data: { cash: 5 }, source: 'WebSocket' });
    runtime.socket.says(balance(6));
    await runtime.passes(20);
    rest = restState(BALANCE, 3, balanceData(3));
    await pushes('REST');
    await runtime.passes(1000);
    expect(handle.getSnapshot()).toMatchObject({ data: { cash: 6 }, source: 'REST (Shadow)', stale: false });
    rest = restState(BALANCE, 7, balanceData(7));
    await runtime.passes(12_000);
    expect(shown.map(({ cash, source }) => `${cash ?? 'nothing'} ${source}`)).toEqual([
      '1 REST (Shadow)',
      '5 WebSocket',
      '6 WebSocket',
      '6 REST (Shadow)',
      '7 REST (Shadow)',
    ]);
  });

  it('acknowledges each revision once, and only when the page has been drawn with it', async () => {
    const applied = () =>
      runtime.socket.sent.filter(({ type }) => type === 'applied').map(({ data }) => data['revision']);
    await opens();
    await runtime.passes(20);
    expect(applied()).toEqual([2]);
    await pushes('WebSocket');
    expect(shown.at(-1)?.source).toBe('WebSocket');
    expect(applied()).toEqual([2]);
    runtime.socket.says({ type: 'cutover_status', data: status });
    await runtime.passes(20);
    expect(applied()).toEqual([2, 3]);
    await opens('WebSocket');
    await runtime.passes(40);
    expect(applied()).toEqual([2, 3, 4]);
  });

  it('acknowledges the last of several revisions that come together', async () => {
    await opens();
    runtime.socket.says({ type: 'cutover_status', data: cutover('WebSocket', 3) });
    runtime.socket.says({ type: 'cutover_status', data: cutover('REST', 4) });
    await runtime.passes(100);
    expect(runtime.socket.last('applied')).toEqual({ revision: 4 });
    expect(runtime.socket.sent.filter(({ type }) => type === 'applied')).toHaveLength(1);
    expect(shown.map(({ source }) => source)).not.toContain('WebSocket');
  });

  it('reports what comparing found over the socket, at most once in ten seconds', async () => {
    await opens();
    const reports = () => runtime.socket.sent.filter(({ type }) => type === 'parity_report');
    await runtime.passes(61_000);
    expect(reports().length).toBe(6);
    const all = reports().map(({ data }) => Number(data['comparisons']));
    expect(all.reduce((sum, count) => sum + count)).toBe(6);
    expect(reports()[0]?.data).toMatchObject({ feature: 'account_balance', counts: { EQUAL: 1 }, confirmed: {} });
  });

  it('reports by POST where there is no socket, slower with each failure, and loses nothing', async () => {
    await opens();
    await runtime.passes(9000);
    runtime.socket.breaks();
    runtime.next = 0.999;
    const posts = () => runtime.requests.filter(({ path }) => path === '/api/cutover/parity');
    await runtime.passes(1500);
    expect(posts()).toHaveLength(1);
    await runtime.passes(45_000);
    expect(posts()).toHaveLength(2);
    const known = runtime.answer;
    runtime.answer = (path, headers) => (path === '/api/cutover/parity' ? { status: 204 } : known(path, headers));
    await runtime.passes(60_000);
    expect(posts()).toHaveLength(3);
    expect(posts().at(-1)?.body).toMatchObject({ feature: 'account_balance', comparisons: 1, counts: { EQUAL: 1 } });
    // Nothing can be compared now, but the feature is still watched.
    await runtime.passes(60_000);
    expect(posts()).toHaveLength(4);
    expect(posts().at(-1)?.body).toMatchObject({ comparisons: 0, stale_ms: 0, stale_now_ms: 0 });
  });

  it('asks for the stages when an answer names a newer revision', async () => {
    await opens();
    status = cutover('WebSocket', 9);
    rest = { status: 304, headers: { 'Thor-Cutover-Revision': '9' } };
    await runtime.passes(11_000);
    expect(client.cutover.isWebSocketEnabled('account_balance')).toBe(true);
  });

  it('ignores a stage that is older than the one it follows', async () => {
    await opens('WebSocket');
    runtime.socket.says({ type: 'cutover_status', data: cutover('REST', 1) });
    expect(client.cutover.isFullyCutover()).toBe(true);
  });

  it('polls conditionally, slowly for parity, and not at all when complete', async () => {
    await opens();
    runtime.requests.length = 0;
    await runtime.passes(30_000);
    const polls = runtime.requests.filter(({ path }) => path.startsWith(PATH));
    expect(polls.map(({ headers }) => [headers.get('If-None-Match'), headers.get('Thor-Purpose')])).toEqual([
      ['"k7-1"', null],
      ['"k7-1"', null],
      ['"k7-1"', null],
    ]);
    await pushes('WebSocket');
    await runtime.passes(31_000);
    expect(runtime.requests.at(-1)?.headers.get('Thor-Purpose')).toBe('parity');
    runtime.socket.says({ type: 'pong' });
    await pushes('WebSocket', 'COMPLETE');
    runtime.requests.length = 0;
    await runtime.passes(70_000);
    expect(runtime.polls(PATH)).toBe(0);
  });

  it('becomes stale when the stream breaks, falls back to REST, and returns to the stream', async () => {
    await opens('WebSocket', 4);
    rest = 'down';
    runtime.answer = (path) => (path.startsWith(PATH) ? rest : 'down');
    runtime.isOnline = true;
    runtime.socket.breaks();
    await runtime.passes(1500);
    expect(handle.getSnapshot()).toMatchObject({ data: { cash: 4 }, source: 'WebSocket', stale: false });
    await runtime.passes(2000);
    expect(handle.getSnapshot()).toMatchObject({ data: { cash: 4 }, source: 'WebSocket', stale: true });
    rest = restState(BALANCE, 8, balanceData(8));
    await runtime.passes(40_000);
    expect(handle.getSnapshot()).toMatchObject({ data: { cash: 8 }, source: 'REST (Shadow)', stale: false });
    expect(runtime.requests.at(-1)?.headers.get('Thor-Purpose')).toBe('resync');
    await opens('WebSocket', 7);
    expect(handle.getSnapshot()).toMatchObject({ data: { cash: 8 }, source: 'WebSocket', stale: false });
    runtime.socket.says(balance(9));
    await runtime.passes(20);
    expect(handle.getSnapshot().data?.cash).toBe(9);
  });

  it('does not poll at once when many pages lose their socket together', async () => {
    await opens('WebSocket');
    runtime.next = 0.9;
    runtime.requests.length = 0;
    runtime.socket.breaks();
    await runtime.passes(6000);
    expect(runtime.polls(PATH)).toBe(0);
  });

  it('draws once however many messages come between two pictures', async () => {
    await opens('WebSocket');
    let drawn = 0;
    handle.subscribe(() => drawn++);
    for (let seq = 2; seq <= 50; seq++) runtime.socket.says(balance(seq));
    expect(drawn).toBe(0);
    await runtime.passes(16);
    expect(drawn).toBe(1);
    expect(handle.getSnapshot().data?.cash).toBe(50);
  });

  it.each([-3_600_000, 3_600_000])('tells ages by the server, with a machine that is %i ms wrong', async (skewMs) => {
    runtime.wallOffset += skewMs;
    await opens('WebSocket', 1);
    runtime.socket.says(heartbeat([]));
    await runtime.passes(4000);
    expect(handle.getSnapshot().ageMs).toBe(10_000);
    runtime.wallOffset += 500_000;
    await runtime.passes(1000);
    expect(handle.getSnapshot().ageMs).toBe(11_000);
  });

  it('is stale in shadow soon after polls begin to fail, with words that tell why', async () => {
    await opens();
    rest = 'down';
    await runtime.passes(16_000);
    const problem = 'The server cannot be reached.';
    expect(handle.getSnapshot()).toMatchObject({ data: { cash: 1 }, stale: true, problem });
  });

  it('waits for the first figures without a complaint, and not as long as for the next ones', async () => {
    const detail = 'account_balance:A1 is not computed yet; ask again in seconds';
    rest = { status: 503, body: { type: 'urn:thor:problem:not-yet', detail } };
    runtime.socket.opens();
    runtime.socket.says(welcome(status));
    await runtime.passes(3000);
    expect(handle.getSnapshot()).toMatchObject({ data: undefined, stale: false, problem: '' });

    rest = restState(BALANCE, 1, balanceData(1));
    await runtime.passes(2500);
    expect(handle.getSnapshot()).toMatchObject({ data: { cash: 1 }, problem: '' });
  });

  it.each([
    ['STALE', 'feed stale'],
    ['DOWN', 'feed down'],
  ])('is stale when the market data behind it is %s, and tells so', async (status, staleBecause) => {
    await opens('WebSocket');
    runtime.socket.says(
      heartbeat([
        { name: 'other', status: 'LIVE' },
        { name: 'trades', status },
      ]),
    );
    await runtime.passes(20);
    expect(handle.getSnapshot()).toMatchObject({ stale: true, staleBecause });
    await runtime.passes(1000);
    expect(client.monitor.feeds.map((feed) => feed.status)).toEqual(['LIVE', status]);

    runtime.socket.says(heartbeat([{ name: 'trades', status: 'LIVE' }]));
    await runtime.passes(1000);
    expect(handle.getSnapshot()).toMatchObject({ stale: false, staleBecause: undefined });
  });

  it('is not stale when a replay has ended', async () => {
    await opens('WebSocket');
    runtime.socket.says(heartbeat([{ name: 'replay', status: 'ENDED' }]));
    await runtime.passes(1000);
    expect(handle.getSnapshot()).toMatchObject({ stale: false, staleBecause: undefined });

    runtime.socket.says(
      heartbeat([
        { name: 'replay', status: 'ENDED' },
        { name: 'trades', status: 'DOWN' },
      ]),
    );
    await runtime.passes(1000);
    expect(handle.getSnapshot()).toMatchObject({ stale: true, staleBecause: 'feed down' });
  });

  it('rests while the page is hidden', async () => {
    await opens();
    runtime.signal('hidden');
    await runtime.passes(20_000);
    runtime.requests.length = 0;
    await runtime.passes(60_000);
    expect(runtime.polls(PATH)).toBe(0);
    runtime.signal('visible');
    await runtime.passes(500);
    expect(runtime.polls(PATH)).toBe(1);
  });

  it('stops when the server does not know the session any more', async () => {
    const ended = vi.fn();
    client.rest.signedOut.add(ended);
    await opens();
    rest = { status: 401, body: { title: 'Unauthorized' } };
    await runtime.passes(11_000);
    expect(ended).toHaveBeenCalled();
    expect(client.connection.status.state).toBe('closed');
  });

  it('asks by REST whether it is signed out when the socket is refused', async () => {
    runtime.answer = () => ({ status: 401 });
    runtime.socket.breaks();
    await runtime.passes(1);
    expect(client.connection.status.state).toBe('closed');
  });

  it('renews its session before it ends', async () => {
    const known = runtime.answer;
    runtime.answer = (path, headers) =>
      path === '/api/session/refresh' ? { body: { ticket: 't1' } } : known(path, headers);
    runtime.socket.opens();
    const greeting = welcome();
    runtime.socket.says({ ...greeting, data: { ...greeting.data, expires_in: 100 } });
    await runtime.passes(40_000);
    runtime.socket.says({ type: 'pong' });
    await runtime.passes(39_000);
    expect(runtime.socket.last('refresh')).toBeUndefined();
    await runtime.passes(1000);
    expect(runtime.socket.last('refresh')).toEqual({ ticket: 't1' });
  });

  it('renews its session also where no socket comes about', async () => {
    const known = runtime.answer;
    runtime.answer = (path, headers) => {
      switch (path) {
        case '/api/session':
          return { body: { username: 'a', expires_in: 100 } };
        case '/api/session/refresh':
          return { body: { ticket: 't1', expires_in: 100 } };
        default:
          return known(path, headers);
      }
    };
    const renewals = () => runtime.polls('/api/session/refresh');
    const passes = async (seconds: number) => {
      for (let second = 0; second < seconds; second++) {
        runtime.socket.breaks();
        await runtime.passes(1000);
      }
    };
    await passes(79);
    expect(renewals()).toBe(0);
    await passes(2);
    expect(renewals()).toBe(1);
    await passes(80);
    expect(renewals()).toBe(2);
    client.stop();
    await passes(100);
    expect(renewals()).toBe(2);
  });

  it('tells listeners of each message, also when another one fails', async () => {
    const error = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const seen: number[] = [];
    client.onMessage('account_balance', () => {
      throw new Error('a component is broken');
    });
    client.onMessage('account_balance', ({ data }) => seen.push(data.cash));
    await opens();
    expect(seen).toEqual([1]);
    expect(error).toHaveBeenCalled();
    error.mockRestore();
  });
});

describe('bars', () => {
  let runtime: FakeRuntime;
  let client: ThorClient;
  let handle: FeatureHandle<Intraday>;
  let polled: number[];

  beforeEach(() => {
    vi.spyOn(console, 'log').mockImplementation(() => undefined);
    runtime = new FakeRuntime();
    polled = [3, 4];
    const answer = (minutes: number[]) => ({
      body: {
        symbol: 'BTC-USD',
        epoch: 'k7',
        seq: minutes.at(-1),
        bars: minutes.map((minute) => ({ ...barData(minute), seq: minute })),
      },
      headers: { 'Thor-Topic': 'intraday_bar:BTC-USD', 'Thor-Epoch': 'k7', 'Thor-Seq': '4', 'Thor-As-Of': at(300) },
    });
    runtime.answer = (path) =>
      path === '/api/cutover'
        ? { body: cutover('REST') }
        : path.includes('limit=1440')
          ? answer(Array.from({ length: polled.at(-1)! }, (_, index) => index + 1))
          : path.includes('limit=12')
            ? answer(polled)
            : { status: 503 };
    client = new ThorClient({ runtime, socketUrl: 'ws://thor/ws/' });
    handle = client.feature(intraday, 'BTC-USD');
    handle.subscribe(() => undefined);
    client.start();
  });

  afterEach(() => {
    client.stop();
    vi.restoreAllMocks();
  });

  const minutes = () =>
    handle.getSnapshot().data?.bars.map(({ timestamp_minute }) => ((Date.parse(timestamp_minute) / 60_000) % 60) - 30);

  it('begin with the history, and take in what is polled', async () => {
    await runtime.passes(50);
    expect(minutes()).toEqual([1, 2, 3, 4]);
    polled = [4, 5];
    await runtime.passes(6000);
    expect(minutes()).toEqual([1, 2, 3, 4, 5]);
  });

  it('have no gap after a pause that polls cannot fill', async () => {
    await runtime.passes(50);
    polled = [19, 20];
    await runtime.passes(6000);
    expect(minutes()).toHaveLength(20);
  });

  it('show the last revision of a corrected minute, and a forming bar only ahead of the final ones', async () => {
    await runtime.passes(50);
    runtime.socket.opens();
    runtime.socket.says(welcome(cutover('WebSocket', 5)));
    await runtime.passes(1);
    subscribed(runtime.socket, {
      'intraday_bar:BTC-USD': { seq: 5 },
      'forming_bar:BTC-USD': { seq: 1 },
      'vwap:BTC-USD': { seq: 1 },
    });
    runtime.socket.says(bar(5, 4, 1));
    const forming = (seq: number, minute: number) => ({
      ...bar(seq, minute),
      topic: 'forming_bar:BTC-USD',
      data: barData(minute, 0, false),
    });
    runtime.socket.says(forming(1, 5));
    await runtime.passes(20);
    expect(handle.getSnapshot()).toMatchObject({ source: 'WebSocket', data: { forming: { final: false } } });
    expect(handle.getSnapshot().data?.bars.at(-1)).toMatchObject({ revision: 1, close: 2.5 });
    runtime.socket.says(bar(6, 5));
    await runtime.passes(20);
    expect(handle.getSnapshot().data?.forming).toBeUndefined();
    expect(minutes()).toEqual([1, 2, 3, 4, 5]);
  });
});
