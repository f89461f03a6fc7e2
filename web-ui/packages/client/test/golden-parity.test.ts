import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { COMPARE_RULES } from '../src/compare.js';
import { readExact, type Exact } from '../src/exact.js';
import { member } from '../src/parse.js';
import type { Snapshot } from '../src/state-ring.js';
import { Suspicion } from '../src/suspicion.js';
import { TopicComparator } from '../src/topic-comparator.js';
import { actionOf, isStalled, type Finding, type Verdict } from '../src/verdict.js';

interface Expected {
  readonly verdict: Verdict;
  readonly action: string;
  readonly paths: readonly string[];
}

interface State {
  readonly epoch: string;
  readonly seq: number;
  readonly data: unknown;
}

interface Step {
  readonly at_ms: number;
  readonly connection?: 'open' | 'closed';
  readonly stream?: State;
  readonly rest?: State;
  readonly expect?: Expected;
  readonly due?: readonly Expected[];
}

interface Case {
  readonly name: string;
  readonly topic: string;
  readonly kind: string;
  readonly poll_seconds: number;
  readonly ignore: readonly { topic_prefix: string; field: string; owner: string; reason: string; until: string }[];
  readonly steps: readonly Step[];
}

interface Confirmation {
  readonly name: string;
  readonly first: Verdict;
  readonly repolls: readonly Verdict[];
  readonly result: string;
}

interface Stall {
  readonly name: string;
  readonly moved: readonly Verdict[];
  readonly heartbeat: boolean;
  readonly stalled: boolean;
}

const folder = new URL('../../../../contract/src/test/resources/parity/', import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
const text = (name: string) => readFileSync(new URL(name, folder), 'utf8');
const read = (name: string) =>
  JSON.parse(text(name)) as { readonly start: string; readonly cases: readonly { name: string }[] };
const comparisons = files.filter((name) => !['confirmation.json', 'stalled.json'].includes(name));

describe('the golden cases that the comparator of the server passes too', () => {
  it('are all there', () => {
    expect(files.map((name) => read(name).cases.length).reduce((sum, count) => sum + count)).toBeGreaterThanOrEqual(74);
  });

  it.each(comparisons)('%s has cases of its verdict', (name) => {
    const verdict = name.replace('.json', '').toUpperCase();
    const fitting = read(name).cases.filter((one) => JSON.stringify(one).includes(`"verdict":"${verdict}"`));
    expect(fitting.length).toBeGreaterThanOrEqual(2);
  });
});

describe.each(comparisons)('%s', (name) => {
  const { start, cases } = read(name) as { start: string; cases: readonly Case[] };
  const exact = member(readExact(text(name)), 'cases');
  it.each(cases.map((one, index) => [one.name, one, index] as const))('%s', (_name, one, index) => {
    play(one, Date.parse(start), member(member(exact, index), 'steps'));
  });
});

function play(one: Case, startMs: number, exact: Exact | undefined): void {
  const ignored = one.ignore.map(({ topic_prefix, ...rule }) => ({ ...rule, topicPrefix: topic_prefix }));
  const kind = one.kind === 'LOG' ? 'log' : 'state';
  const comparator = new TopicComparator(one.topic, kind, { ...COMPARE_RULES, ignored }, () => one.poll_seconds * 1000);
  one.steps.forEach((step, index) => {
    const nowMs = startMs + step.at_ms;
    if (step.connection) {
      if (step.connection === 'open') comparator.streamBegins();
      else comparator.streamEnds();
    } else if (step.due) {
      expect(comparator.due(nowMs).map(summary), `step ${index}`).toEqual(step.due);
    } else {
      const path = step.stream ? 'stream' : 'rest';
      const state = snapshot(step[path]!, member(member(exact, index), path));
      const found = path === 'stream' ? comparator.onStream(state, nowMs) : comparator.onRest(state, nowMs);
      expect(summary(found), `step ${index}`).toEqual(step.expect);
    }
  });
}

function snapshot(state: State, exact: Exact | undefined): Snapshot {
  return { ...state, exact: () => member(exact, 'data') };
}

function summary(found: Finding): Expected {
  return { verdict: found.verdict, action: actionOf(found), paths: found.differences.map(({ path }) => path) };
}

describe('confirmation.json', () => {
  const cases = read('confirmation.json').cases as readonly Confirmation[];
  it.each(cases.map((one) => [one.name, one] as const))('%s', (_name, { first, repolls, result }) => {
    const suspicion = new Suspicion({ topic: 't:1', epoch: 'k7', seq: 1, verdict: first, differences: [] });
    repolls.forEach((verdict) => suspicion.repolled(verdict));
    expect(suspicion.result ?? '').toBe(result);
  });
});

describe('stalled.json', () => {
  const cases = read('stalled.json').cases as readonly Stall[];
  it.each(cases.map((one) => [one.name, one] as const))('%s', (_name, { moved, heartbeat, stalled }) => {
    expect(isStalled(moved, heartbeat)).toBe(stalled);
  });
});
