import { RequestFailedError, type Rest } from '@thor/client';
import type { Audit, Evidence, Feature, Gates, Sessions } from './facts';
import { members, number } from './read';
import { readAudit, readEvidence, readFeature, readFigures, readGates, readSessions } from './readers';

/** All that is shown of one feature. */
export interface FeatureFacts {
  readonly feature: Feature;
  readonly gates: Gates;
  /** Undefined where the server has none. */
  readonly evidence: Evidence | undefined;
}

const MOST_AUDIT_PAGES = 40;
/** A server that knows the path for orders alone answers 405. */
const UNKNOWN = [404, 405];

/** Errors: as of Rest. */
export async function loadFeature(rest: Rest, name: string): Promise<FeatureFacts> {
  const path = `/api/cutover/${encodeURIComponent(name)}`;
  const [feature, gates, evidence] = await Promise.all([
    rest.get(path),
    rest.get(`${path}/gates`),
    found(rest.get(`${path}/evidence`)),
  ]);
  return {
    feature: readFeature(feature.json),
    gates: readGates(gates.json),
    evidence: evidence && readEvidence(evidence.json),
  };
}

/** Undefined where the server does not tell. Errors: as of Rest. */
export async function loadSessions(rest: Rest): Promise<Sessions | undefined> {
  const answer = await found(rest.get('/api/cutover/sessions?limit=1000'));
  return answer && readSessions(answer.json);
}

/** All pages, the newest entry first. Errors: as of Rest. */
export async function loadAudit(rest: Rest): Promise<Audit> {
  let after: number | undefined = 0;
  let audit: Audit = { entries: [], broken: '' };
  for (let page = 0; page < MOST_AUDIT_PAGES && after !== undefined; page++) {
    const { json } = await rest.get(`/api/cutover/audit?after=${after}`);
    const read = readAudit(json);
    audit = { entries: [...read.entries, ...audit.entries], broken: audit.broken || read.broken };
    after = number(members(json)['next']);
  }
  return audit;
}

/** What the server measures of both paths at one moment. */
export interface PathFigures {
  /** Seconds by feature and path, such as `positions rest`. */
  readonly ages: ReadonlyMap<string, number>;
  /** States read by REST since the server's start, by feature and purpose, such as `positions parity`. */
  readonly calls: ReadonlyMap<string, number>;
}

/** Empty where the server does not tell. */
export async function loadFigures(): Promise<PathFigures> {
  const answer = await fetch('/api/metrics', { cache: 'no-store' });
  const metrics = answer.ok ? await answer.text() : '';
  return {
    ages: readFigures(metrics, 'thor_age_seconds', 'path'),
    calls: readFigures(metrics, 'thor_rest_callers_total', 'purpose'),
  };
}

/** Undefined for what this version of the server does not have. */
async function found<T>(request: Promise<T>): Promise<T | undefined> {
  try {
    return await request;
  } catch (error) {
    if (error instanceof RequestFailedError && UNKNOWN.includes(error.status)) {
      return undefined;
    }
    throw error;
  }
}
