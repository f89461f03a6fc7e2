import { describe, expect, it } from 'vitest';
import { asCsv, matches } from '../src/console/audit-export';
import type { AuditEntry, Feature, Gates, Sessions } from '../src/console/facts';
import { consequences, offered } from '../src/console/orders';
import { readAudit, readEvidence, readFeature, readFigures } from '../src/console/readers';
import { requestWords } from '../src/console/requests';
import { MISSING, sideBySide } from '../src/console/side-by-side';

const FEATURE: Feature = readFeature({
  feature: 'positions',
  revision: 7,
  stage: 'LIVE',
  why: 'WS_FEATURE_POSITIONS=true',
});
const GATES: Gates = { to: 'COMPLETE', passes: false, words: '5 more sessions', checks: [] };

describe('orders', () => {
  it('offers what makes sense', () => {
    expect(offered(FEATURE)).toEqual(['advance', 'pause', 'rollback', 'drill']);
    expect(offered({ ...FEATURE, stage: 'OFF' })).toEqual(['resume', 'drill']);
    expect(offered({ ...FEATURE, overlay: 'PAUSED' })).toEqual(['resume', 'rollback', 'drill']);
    expect(offered({ ...FEATURE, stage: 'COMPLETE' })).not.toContain('advance');
    expect(offered({ ...FEATURE, pending: { to: 'LIVE', by: 'a', reason: 'b' } })).toContain('approve');
    expect(offered({ ...FEATURE, overlay: 'ROLLED_BACK', hold: 'acknowledge it' })).toContain('acknowledge');
    expect(offered({ ...FEATURE, overlay: 'ROLLED_BACK', hold: 'wait' })).not.toContain('acknowledge');
  });

  it('counts whom a rollback reaches', () => {
    const one = { connection: 'c1', user: 'trader', client: 'FULL', applied: 7 };
    const sessions: Sessions = {
      sessions: 3,
      full: 2,
      applied: 2,
      more: false,
      list: [
        { ...one, renders: { positions: 'WebSocket' } },
        { ...one, renders: { positions: 'REST' } },
      ],
    };
    expect(consequences('rollback', FEATURE, GATES, sessions)).toContain('1 of 3 connected sessions');
  });

  it('says that a gate that holds will refuse', () => {
    expect(consequences('advance', FEATURE, GATES, undefined)).toContain('5 more sessions');
  });
});

describe('readers', () => {
  it('read what is missing as nothing', () => {
    expect(readEvidence({}).minutes).toEqual([]);
    expect(readAudit(null).entries).toEqual([]);
    expect(readFeature('x').accounts).toEqual([]);
  });

  it('read ages of both paths from the metrics', () => {
    const ages = readFigures(
      '# HELP x\nthor_age_seconds{feature="positions",path="rest"} 1.5\nthor_other{a="b"} 2\n',
      'thor_age_seconds',
      'path',
    );
    expect([...ages]).toEqual([['positions rest', 1.5]]);
  });
});

describe('requests', () => {
  const look = (atMs: number, none: number, parity: number) => ({
    atMs,
    calls: new Map([
      ['positions none', none],
      ['positions parity', parity],
    ]),
  });
  const session = { connection: 'c1', user: 'trader', client: 'FULL', applied: 7, renders: { positions: 'WebSocket' } };
  const sessions: Sessions = { sessions: 2, full: 2, applied: 2, more: false, list: [session, session] };
  const known = { feature: FEATURE, looks: [look(0, 10, 100), look(30_000, 16, 160)], sessions, pollSeconds: 60 };

  it('are counted by what they are for, and against what pages would poll', () => {
    expect(requestWords(known)).toEqual([
      'REST requests a minute: 12 to draw, 120 to compare.',
      'Requests saved: about 10 a minute, as 2 sessions that draw the stream poll each 60 s to compare, instead of each 10 s to draw.',
    ]);
    expect(requestWords({ ...known, feature: { ...FEATURE, stage: 'COMPLETE' } })[1]).toContain('12 a minute');
  });

  it('are not guessed: from one look, across a restart, or without the sessions', () => {
    expect(requestWords({ ...known, looks: [look(0, 10, 100)] })[0]).toContain('being counted');
    expect(requestWords({ ...known, looks: [look(0, 10, 100), look(30_000, 1, 2)] })[0]).toContain('being counted');
    expect(requestWords({ ...known, sessions: undefined })[1]).toContain('not known');
    expect(requestWords({ ...known, sessions: { ...sessions, list: [] } })[1]).toContain('none');
  });
});

describe('the audit', () => {
  const entry: AuditEntry = {
    ...{ revision: 3, feature: 'positions', verb: 'rollback', actor: 'operator', via: 'console' },
    ...{ reason: '=1+1, "now"', before: 'LIVE', after: 'SHADOW', evidence: '', at: '2026-01-05T14:30:00Z', hash: 'f0' },
  };

  it('is searched by all words', () => {
    expect(matches(entry, 'ROLLBACK console')).toBe(true);
    expect(matches(entry, 'rollback thorctl')).toBe(false);
    expect(matches(entry, ' ')).toBe(true);
  });

  it('is saved with quoted cells that are no formulas', () => {
    expect(asCsv([entry]).split('\r\n')[1]).toContain('"\'=1+1, ""now"""');
  });
});

describe('side by side', () => {
  it('marks what differs and what is missing', () => {
    const lines = sideBySide({ cash: 1, rows: [{ a: 1 }] }, { cash: 2, rows: [{ a: 1 }, { a: 3 }] });
    expect(lines.filter(({ differs }) => differs)).toEqual([
      { path: 'cash', stream: '1', rest: '2', differs: true },
      { path: 'rows[1].a', stream: MISSING, rest: '3', differs: true },
    ]);
  });
});
