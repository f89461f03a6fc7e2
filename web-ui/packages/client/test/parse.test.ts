import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseFrame, type ServerMessage } from '../src/parse.js';

const golden = new URL('../../../../contract/src/test/resources/golden/', import.meta.url);
const files = readdirSync(golden).filter((name) => name.endsWith('.json'));
const frames = new Map(files.map((name) => [name, readFileSync(new URL(name, golden), 'utf8').trim()]));

/** Types that exist for benchmarks; a page reads them as unknown. */
const UNKNOWN = new Set(['synthetic']);

describe('the golden files that Java writes', () => {
  it('are there', () => expect(files.length).toBeGreaterThanOrEqual(13));

  it.each([...frames])('%s is read whole', (_name, frame) => {
    const written = JSON.parse(frame) as Record<string, unknown>;
    const { messages, rejected } = parseFrame(frame);
    expect(rejected).toEqual([]);
    expect(messages).toHaveLength(1);
    const message = messages[0]!;
    expect(message.type).toBe(UNKNOWN.has(String(written['type'])) ? 'unknown' : written['type']);
    expect(message).toHaveProperty('data', written['data']);
    for (const name of ['topic', 'epoch', 'seq', 'as_of'].filter((member) => member in written)) {
      expect(message).toHaveProperty(name, written[name]);
    }
  });

  it('keep every digit in their exact form', () => {
    const [message] = parseFrame(frames.get('synthetic.json')).messages;
    expect(message && 'exact' in message && message.exact()).toMatchObject({ ssent_ns: 'n1767623400123456789' });
  });
});

describe('a frame', () => {
  it('may hold a batch, of which one bad part does not spoil the others', () => {
    const heartbeat = JSON.parse(frames.get('heartbeat.json')!) as unknown;
    const { messages, rejected } = parseFrame(
      JSON.stringify({ type: 'batch', data: [heartbeat, { type: 7 }, heartbeat] }),
    );
    expect(messages.map(({ type }) => type)).toEqual(['heartbeat', 'heartbeat']);
    expect(rejected).toEqual(['type is number, not text']);
  });

  it('gives each part of a batch its own exact data', () => {
    const parts = ['account_balance.json', 'vwap_update.json'].map((name) => frames.get(name)!);
    const { messages } = parseFrame(`{"type":"batch","data":[${parts.join(',')}]}`);
    expect(messages.map((message) => 'exact' in message && message.exact())).toMatchObject([
      { scash: 'n-1234.50' },
      { svwap: 'n806.5000000000' },
    ]);
  });

  it('of an unknown type without topic is left out, one with a topic is kept', () => {
    expect(parseFrame('{"type":"later","data":{}}')).toEqual({ messages: [], rejected: [] });
    const frame = '{"type":"quote","topic":"q:1","epoch":"a","seq":1,"as_of":"2026-01-05T14:30:00Z","data":[1]}';
    expect(parseFrame(frame).messages[0]).toMatchObject({ type: 'unknown', name: 'quote', data: [1] });
  });

  it('names the place that is wrong', () => {
    const frame = frames.get('positions.json')!.replace('"quantity":-2', '"quantity":"-2"');
    expect(parseFrame(frame).rejected).toEqual([
      'positions.positions[0].quantity is text, not a number'.replace('text', 'string'),
    ]);
  });

  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])('of type %s is no message', (type) => {
    expect(parseFrame(JSON.stringify({ type, data: {} })).messages).toEqual([]);
  });
});

describe('10,000 malformed frames', () => {
  const seeds = [...frames.values()];
  const random = mulberry32(20261123);
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)]!;
  const junk = [
    '',
    'null',
    '[]',
    '{}',
    '"',
    '{',
    '\u0000',
    '1e999',
    '[[[[',
    '{"type":null}',
    '💥',
    'NaN',
    '-',
    '\\',
    '{"type":"batch","data":7}',
  ];
  const values = [null, 1e308, -0, '', [], {}, true, 'x'.repeat(1000), [[[[]]]], { type: 'batch' }, Number.MAX_VALUE];

  function broken(): unknown {
    const frame = pick(seeds);
    const place = Math.floor(random() * frame.length);
    switch (Math.floor(random() * 7)) {
      case 0:
        return frame.slice(0, place);
      case 1:
        return frame.slice(0, place) + pick(junk) + frame.slice(place);
      case 2:
        return frame.slice(0, place) + frame.slice(place + 1 + Math.floor(random() * 9));
      case 3:
        return pick([null, undefined, 7, new ArrayBuffer(8), {}, [], Symbol('frame'), () => 1]);
      case 4:
        return JSON.stringify(JSON.parse(frame), (_key, value: unknown) =>
          random() < 0.15 ? structuredClone(pick(values)) : value,
        );
      case 5:
        return `{"type":"batch","data":[${frame},${frame.slice(0, place)}]}`;
      default:
        return pick(junk) + '['.repeat(Math.floor(random() * 5000)) + frame;
    }
  }

  it('never throw out of the parser', () => {
    let rejectedFrames = 0;
    for (let round = 0; round < 10_000; round++) {
      const frame = broken();
      const { messages, rejected } = parseFrame(frame);
      rejectedFrames += rejected.length > 0 ? 1 : 0;
      messages.forEach((message: ServerMessage) => 'exact' in message && message.exact());
    }
    expect(rejectedFrames).toBeGreaterThan(5000);
  });
});

/** A small generator with a seed, so that a failure can be repeated. */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
