import { beforeEach, describe, expect, it } from 'vitest';
import { readExact } from '../src/exact.js';
import { topicMessage, type TopicMessage } from '../src/parse.js';
import { TopicParity, type ParityCase } from '../src/parity.js';
import { ParityCounter } from '../src/parity-report.js';
import { COMPARE_RULES } from '../src/compare.js';
import type { TopicKind } from '../src/sequencer.js';
import { StallWatch } from '../src/stall-watch.js';
import type { Verdict } from '../src/verdict.js';
import { FakeRuntime } from './fake-runtime.js';
import { balance, bar, balanceData } from './wire.js';

const message = (envelope: { type: string; data: unknown }): TopicMessage =>
  topicMessage(envelope.type, envelope, () => readExact(JSON.stringify(envelope.data)));
const state = (seq: number, cash = seq, epoch = 'k7') => message(balance(seq, cash, epoch));

describe('the comparison of a topic', () => {
  let runtime: FakeRuntime;
  let found: ParityCase[];
  let selfTests: boolean[];
  let rest: () => readonly TopicMessage[];
  let probes: number;
  let moved: Verdict[];
  let parity: TopicParity;

  function make(kind: TopicKind, topic: string): void {
    parity = new TopicParity(runtime, {
      topic,
      kind,
      rules: COMPARE_RULES,
      pollIntervalMs: () => 10_000,
      probe: () => {
        probes++;
        return Promise.resolve(rest());
      },
      onMoved: (one) => moved.push(one.verdict),
      onCase: (one) => found.push(one),
      onSelfTest: (seen) => selfTests.push(seen),
    });
    parity.streamIs(true);
  }

  beforeEach(() => {
    runtime = new FakeRuntime();
    [found, selfTests, probes, moved] = [[], [], 0, []];
    rest = () => [];
    make('state', 'account_balance:A1');
  });

  const verdicts = () =>
    found.map(({ verdict, certainty }) => (verdict === 'EQUAL' ? verdict : `${verdict} ${certainty}`));

  it('finds equal what REST says of a position that the stream had', () => {
    [1, 2, 3].forEach((seq) => parity.streamed(state(seq)));
    parity.answered([state(2)]);
    expect(verdicts()).toEqual(['EQUAL']);
  });

  it('waits for a stream that is behind', async () => {
    parity.streamed(state(1));
    parity.answered([state(2)]);
    await runtime.passes(1500);
    expect(verdicts()).toEqual([]);
    parity.streamed(state(2));
    await runtime.passes(500);
    expect(verdicts()).toEqual(['EQUAL']);
  });

  it('calls lost what never comes, after asking twice', async () => {
    parity.streamed(state(1));
    rest = () => [state(2)];
    parity.answered([state(2)]);
    await runtime.passes(2000);
    expect(verdicts()).toEqual([]);
    await runtime.passes(2000);
    expect(verdicts()).toEqual(['LOST CONFIRMED']);
    expect(probes).toBe(2);
  });

  it('calls passing what is whole again when asked', async () => {
    parity.streamed(state(1));
    rest = () => [state(3)];
    parity.answered([state(2)]);
    await runtime.passes(2000);
    parity.streamed(state(3));
    await runtime.passes(2000);
    expect(verdicts()).toEqual(['LOST TRANSIENT']);
  });

  it('does not decide what conflation left out, what is too old, or what spans a break', async () => {
    [1, 5].forEach((seq) => parity.streamed(state(seq)));
    parity.answered([state(3)]);
    await runtime.passes(40_000);
    [6, 7].forEach((seq) => parity.streamed(state(seq)));
    parity.answered([state(9)]);
    parity.streamIs(false);
    parity.streamIs(true);
    await runtime.passes(2000);
    expect(verdicts()).toEqual(['UNDECIDED CONFIRMED', 'UNDECIDED CONFIRMED']);
  });

  it('confirms a mismatch with the fields that differ', async () => {
    parity.streamed(state(1, 100));
    rest = () => [state(1, 101)];
    parity.answered([state(1, 101)]);
    await runtime.passes(2000);
    expect(verdicts()).toEqual(['MISMATCH CONFIRMED']);
    expect(found[0]?.differences).toEqual([{ path: '/cash', rest: '101', stream: '100', critical: true }]);
  });

  it('finds that REST mixed two states', async () => {
    const mixed = message({ ...balance(2, 1), data: { ...balanceData(1), equity: 222 } });
    parity.streamed(state(1, 1));
    parity.streamed(message({ ...balance(2, 2), data: { ...balanceData(2), equity: 222 } }));
    rest = () => [mixed];
    parity.answered([mixed]);
    await runtime.passes(2000);
    expect(verdicts()).toEqual(['TORN CONFIRMED']);
  });

  it('finds that REST stands still while the stream goes on', async () => {
    parity.streamed(state(1));
    parity.streamed(state(2));
    await runtime.passes(20_500);
    rest = () => [state(1)];
    parity.answered([state(1)]);
    await runtime.passes(2000);
    expect(verdicts()).toEqual(['STALE_REST CONFIRMED']);
  });

  it('begins anew with a new epoch', () => {
    parity.streamed(state(5));
    parity.streamed(state(1, 1, 'x2'));
    parity.answered([state(5)]);
    parity.answered([state(1, 1, 'x2')]);
    expect(verdicts()).toEqual(['UNDECIDED CONFIRMED', 'EQUAL']);
  });

  it('compares nothing while the stream is broken', () => {
    parity.streamed(state(1));
    parity.streamIs(false);
    parity.answered([state(1, 99)]);
    expect(found).toEqual([]);
  });

  it('proves now and then that it still sees', () => {
    parity.streamed(state(1));
    for (let round = 0; round < 2000; round++) parity.answered([state(1)]);
    expect(selfTests).toEqual([true, true]);
  });

  it('compares each entry of a log once, and misses one that is not on the stream', async () => {
    make('log', 'intraday_bar:BTC-USD');
    [1, 2, 4].forEach((seq) => parity.streamed(message(bar(seq))));
    const answer = [0, 1, 2, 3, 4].map((seq) => message(bar(seq)));
    rest = () => answer;
    parity.answered(answer);
    parity.answered(answer);
    await runtime.passes(5000);
    expect(verdicts()).toEqual(['UNDECIDED CONFIRMED', 'EQUAL', 'EQUAL', 'EQUAL', 'LOST CONFIRMED']);
    expect(found.at(-1)).toMatchObject({ seq: 3 });
  });

  it('calls no loss what a break of a log leaves out', () => {
    make('log', 'intraday_bar:BTC-USD');
    [1, 2].forEach((seq) => parity.streamed(message(bar(seq))));
    parity.streamIs(false);
    parity.streamIs(true);
    [901, 902].forEach((seq) => parity.streamed(message(bar(seq))));
    parity.answered([500, 902].map((seq) => message(bar(seq))));
    expect(verdicts()).toEqual(['UNDECIDED CONFIRMED', 'EQUAL']);
  });

  it('confirms at once what the stream itself did wrong', () => {
    [state(1), state(3), state(3), state(3, 99), state(2)].forEach((one) => parity.streamed(one));
    expect(verdicts()).toEqual(['DUPLICATE CONFIRMED', 'REORDERED CONFIRMED']);
  });

  it('asks again until it knows, and takes what never can be known for a passing fault', async () => {
    parity.streamed(state(1, 100));
    parity.answered([state(1, 101)]);
    await runtime.passes(4900);
    expect(verdicts()).toEqual([]);
    await runtime.passes(100);
    expect(verdicts()).toEqual(['MISMATCH TRANSIENT']);
    expect(probes).toBe(5);
  });

  it('waits for the stream also where it asks again', async () => {
    parity.streamed(state(1));
    let seq = 2;
    rest = () => [state(++seq)];
    parity.answered([state(2)]);
    await runtime.passes(2000 + 2 * 3000 - 1);
    expect(verdicts()).toEqual([]);
    await runtime.passes(1);
    expect(verdicts()).toEqual(['LOST CONFIRMED']);
  });

  it('tells where REST moved on, each move once', () => {
    parity.streamed(state(1));
    parity.answered([state(1)]);
    parity.answered([state(1)]);
    parity.streamed(state(2));
    parity.answered([state(2)]);
    expect(moved).toEqual(['EQUAL', 'EQUAL']);
    expect(verdicts()).toEqual(['EQUAL', 'EQUAL', 'EQUAL']);
  });

  it('compares what REST said before the stream began when it begins', () => {
    parity.streamIs(false);
    parity.answered([state(4)]);
    parity.streamIs(true);
    parity.streamed(state(4));
    expect(verdicts()).toEqual(['EQUAL']);
  });
});

describe('the counter of a feature', () => {
  const one: ParityCase = {
    verdict: 'MISMATCH',
    certainty: 'CONFIRMED',
    topic: 't:1',
    epoch: 'a',
    seq: 1,
    differences: [],
  };

  const watch = (lives = true) =>
    new StallWatch(
      new FakeRuntime(),
      () => lives,
      () => 20_000,
    );
  const counter = (lives = true) => new ParityCounter('positions', watch(lives));

  it('reports what came since the last report, and keeps the sum', () => {
    const counted = counter();
    counted.add({ ...one, verdict: 'EQUAL' });
    counted.add(one);
    counted.add({ ...one, verdict: 'DUPLICATE', seq: 2 });
    counted.selfTest(true);
    expect(counted.takeReport()).toMatchObject({
      feature: 'positions',
      comparisons: 3,
      counts: { EQUAL: 1, MISMATCH: 1, DUPLICATE: 1 },
      self_test: { runs: 1, seen: 1 },
      cases: [{ verdict: 'MISMATCH' }, { verdict: 'DUPLICATE' }],
    });
    expect(counted.takeReport()).toBeUndefined();
    expect(counted.figures).toMatchObject({ comparisons: 3, confirmed: 2 });
  });

  it('reports how long the feature was stale, also where nothing could be compared', () => {
    const counted = counter();
    [0, 1000, 2000].forEach((nowMs) => counted.look(nowMs, false));
    expect(counted.takeReport()).toBeUndefined();
    [3000, 4000.4].forEach((nowMs) => counted.look(nowMs, true));
    const report = counted.takeReport();
    expect(report).toMatchObject({ comparisons: 0, watched_ms: 4000, stale_ms: 2000, stale_now_ms: 2000 });
    expect(counted.takeReport()).toBeUndefined();

    // It could not be sent.
    if (report) counted.putBack(report);
    counted.look(5000.4, true);
    expect(counted.takeReport()).toMatchObject({ watched_ms: 5000, stale_ms: 3000, stale_now_ms: 3000 });
    counted.look(6000.4, false);
    for (let nowMs = 7000.4; nowMs < 70_000; nowMs += 1000) counted.look(nowMs, false);
    expect(counted.takeReport()).toMatchObject({ stale_ms: 0, stale_now_ms: 0 });
  });

  it('counts no time in which the page slept or the feature was not compared', () => {
    const counted = counter();
    [0, 1000, 600_000, 601_000].forEach((nowMs) => counted.look(nowMs, true));
    counted.look(602_000, undefined);
    [700_000, 701_000].forEach((nowMs) => counted.look(nowMs, true));
    expect(counted.takeReport()).toMatchObject({ watched_ms: 3000, stale_ms: 3000, stale_now_ms: 1000 });
  });

  it('reports no more than the server takes', () => {
    const counted = counter();
    for (let nowMs = 0; nowMs <= 5_000_000; nowMs += 60_000) counted.look(nowMs, true);
    expect(counted.takeReport()).toMatchObject({
      watched_ms: 3_600_000,
      stale_ms: 3_600_000,
      stale_now_ms: 3_600_000,
    });
  });

  it('fits into a frame of 16 KiB however much differs', () => {
    const counted = counter();
    const difference = { path: 'p'.repeat(60), rest: 'x'.repeat(200), stream: 'y'.repeat(200), critical: true };
    for (let seq = 0; seq < 100; seq++)
      counted.add({ ...one, seq, differences: Array.from({ length: 20 }, () => difference) });
    expect(JSON.stringify(counted.takeReport()).length).toBeLessThan(16_000);
  });

  it.each([
    ['STALLED', 'LOST', true],
    ['LOST', 'EQUAL', true],
    ['LOST', 'LOST', false],
  ] as const)('says %s of a loss where another topic is %s and the connection lives: %s', (verdict, other, lives) => {
    const counted = counter(lives);
    const lost: ParityCase = { ...one, verdict: 'LOST' };
    [lost, { ...one, topic: 't:2', verdict: other }].forEach((found) => counted.moved(found));
    counted.add(lost);
    expect(counted.takeReport()?.counts).toEqual({ [verdict]: 1 });
  });
});
