import { beforeEach, describe, expect, it } from 'vitest';
import { Connection } from '../src/connection.js';
import type { TopicMessage } from '../src/parse.js';
import { Session } from '../src/session.js';
import { FakeRuntime, settle } from './fake-runtime.js';
import { balance, bar, subscribed, welcome } from './wire.js';

const BARS = 'intraday_bar:BTC-USD';
const BALANCE = 'account_balance:A1';

describe('a session', () => {
  let runtime: FakeRuntime;
  let session: Session;
  let bars: number[];
  let balances: number[];
  let live: boolean[];
  let odd: string[];

  beforeEach(async () => {
    runtime = new FakeRuntime();
    const connection = new Connection(runtime, 'ws://thor/ws/');
    session = new Session(connection, 'test');
    [bars, balances, live, odd] = [[], [], [], []];
    const onOdd = ({ topic, seq }: TopicMessage) => void odd.push(`${topic} ${seq}`);
    const into = (list: number[]) => (message: TopicMessage) => void list.push(message.seq);
    session.subscribe(BARS, 'log', { onMessage: into(bars), onOdd, onLive: (is) => void live.push(is) });
    session.subscribe(BALANCE, 'state', { onMessage: into(balances), onOdd, onLive: () => undefined });
    connection.start();
    await open();
    subscribed(runtime.socket, { [BARS]: { seq: 3 }, [BALANCE]: { seq: 40 } });
    [1, 2, 3].forEach((seq) => runtime.socket.says(bar(seq)));
    runtime.socket.says(balance(40));
  });

  async function open(): Promise<void> {
    runtime.socket.opens();
    runtime.socket.says(welcome());
    await settle();
  }

  async function reopen(): Promise<void> {
    runtime.socket.breaks();
    await runtime.passes(20_000);
    await open();
  }

  it('says hello, and asks for all its topics in one frame', () => {
    expect(runtime.socket.sent.map(({ type }) => type)).toEqual(['hello', 'subscribe']);
    expect(runtime.socket.last('hello')).toMatchObject({ protocol: 1, batch: true });
    expect(runtime.socket.last('subscribe')).toEqual({ topics: [{ topic: BARS }, { topic: BALANCE }] });
    expect([bars, balances]).toEqual([[1, 2, 3], [40]]);
  });

  it('lets the numbers of a state jump, which is conflation, and drops what is not newer', () => {
    [45, 44, 45, 46].forEach((seq) => runtime.socket.says(balance(seq)));
    expect(balances).toEqual([40, 45, 46]);
  });

  it('asks again for a log that jumps, drops what comes meanwhile, and goes on whole', () => {
    [5, 6].forEach((seq) => runtime.socket.says(bar(seq)));
    expect(runtime.socket.sent.filter(({ type }) => type === 'resync')).toHaveLength(1);
    expect(runtime.socket.last('resync')).toEqual({ topic: BARS, epoch: 'k7', seq: 3 });
    expect(live).toEqual([true, false]);
    subscribed(runtime.socket, { [BARS]: { resumed: true, seq: 6 } });
    [4, 5, 6, 7].forEach((seq) => runtime.socket.says(bar(seq)));
    expect(bars).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(live).toEqual([true, false, true]);
    expect(odd).toEqual([]);
  });

  it('does not disturb other topics while one is asked for again', () => {
    runtime.socket.says(bar(9));
    runtime.socket.says(balance(41));
    expect(balances).toEqual([40, 41]);
  });

  it('finds by the heads that the last entries are missing', () => {
    runtime.socket.says({ type: 'heads', data: { [BARS]: ['k7', 5], [BALANCE]: ['k7', 40] } });
    expect(runtime.socket.last('resync')).toEqual({ topic: BARS, epoch: 'k7', seq: 3 });
  });

  it('resumes at its positions after a break', async () => {
    await reopen();
    expect(runtime.sockets).toHaveLength(2);
    expect(runtime.socket.last('subscribe')).toEqual({
      topics: [
        { topic: BARS, epoch: 'k7', seq: 3 },
        { topic: BALANCE, epoch: 'k7', seq: 40 },
      ],
    });
    subscribed(runtime.socket, { [BARS]: { resumed: true, seq: 5 }, [BALANCE]: { seq: 40 } });
    [4, 5].forEach((seq) => runtime.socket.says(bar(seq)));
    runtime.socket.says(balance(40));
    expect(bars).toEqual([1, 2, 3, 4, 5]);
    expect(balances).toEqual([40]);
    expect(odd).toEqual([`${BALANCE} 40`]);
  });

  it('begins anew where its position cannot be served', async () => {
    await reopen();
    subscribed(runtime.socket, { [BARS]: { resumed: false, seq: 901 }, [BALANCE]: { epoch: 'x2', seq: 1 } });
    [900, 901, 902].forEach((seq) => runtime.socket.says(bar(seq)));
    runtime.socket.says(balance(1, 1, 'x2'));
    expect(bars).toEqual([1, 2, 3, 900, 901, 902]);
    expect(balances).toEqual([40, 1]);
  });

  it('does not listen to the stream for plain clients, which comes before the greeting', async () => {
    runtime.socket.breaks();
    await runtime.passes(20_000);
    runtime.socket.opens();
    runtime.socket.says(bar(9));
    runtime.socket.says(balance(99));
    expect([bars, balances]).toEqual([[1, 2, 3], [40]]);
  });

  it('tells what a sound stream never does, for the comparison to judge', () => {
    runtime.socket.says(balance(40, 7));
    runtime.socket.says(balance(41));
    runtime.socket.says(balance(40, 40));
    runtime.socket.says(bar(4));
    runtime.socket.says(bar(4));
    expect(odd).toEqual([`${BALANCE} 40`, `${BARS} 4`]);
    runtime.socket.says(balance(50));
    runtime.socket.says(balance(45));
    expect(odd.at(-1)).toBe(`${BALANCE} 45`);
    expect(balances).toEqual([40, 41, 50]);
  });

  it('tells a later listener of a live topic that it is live, and the newest message', async () => {
    const heard: (number | boolean)[] = [];
    const late = {
      onMessage: ({ seq }: TopicMessage) => void heard.push(seq),
      onLive: (is: boolean) => void heard.push(is),
    };
    session.subscribe(BALANCE, 'state', late);
    session.subscribe(BALANCE, 'state', { ...late, onLive: () => heard.push(-1) })();
    expect(heard).toEqual([]);
    await settle();
    expect(heard).toEqual([true, 40]);
    expect(balances).toEqual([40]);
    runtime.socket.says(balance(41));
    expect(heard).toEqual([true, 40, 41]);
  });

  it('leaves a topic when its last listener goes', () => {
    const cancel = session.subscribe('vwap:BTC-USD', 'state', { onMessage: () => undefined, onLive: () => undefined });
    cancel();
    expect(runtime.socket.last('unsubscribe')).toBeUndefined();
    const second = session.subscribe(BALANCE, 'state', { onMessage: () => undefined, onLive: () => undefined });
    second();
    expect(runtime.socket.last('unsubscribe')).toBeUndefined();
  });
});
