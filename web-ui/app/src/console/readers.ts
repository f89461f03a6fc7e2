import type { Audit, Evidence, Feature, Gates, Sessions } from './facts';
import { entries, members, number, rows, text, type Members } from './read';

export function readFeature(json: unknown): Feature {
  const { feature, revision, stage, percent, accounts, overlay, hold, pending, why, changed_at } = members(json);
  const waiting = members(pending);
  return {
    name: text(feature),
    revision: number(revision) ?? 0,
    stage: text(stage),
    percent: number(percent),
    accounts: Array.isArray(accounts) ? accounts.map(text) : [],
    overlay: text(overlay),
    hold: text(hold),
    pending: pending
      ? { to: text(waiting['to']), by: text(waiting['by']), reason: text(waiting['reason']) }
      : undefined,
    why: text(why),
    changedAt: text(changed_at),
  };
}

export function readChecks(json: unknown): Gates['checks'] {
  return rows(json).map(({ name, result, words }) => ({ name: text(name), result: text(result), words: text(words) }));
}

export function readGates(json: unknown): Gates {
  const { to, passes, words, checks } = members(json);
  return { to: text(to), passes: passes === true, words: text(words), checks: readChecks(checks) };
}

export function readEvidence(json: unknown): Evidence {
  const { since, probe, minutes, samples } = members(json);
  return {
    since: text(since),
    probe: text(probe),
    minutes: rows(minutes).map(minute),
    samples: rows(samples).map(sample),
  };
}

function minute(row: Members): Evidence['minutes'][number] {
  return {
    minute: text(row['minute']),
    equal: number(row['equal']) ?? 0,
    undecided: number(row['undecided']) ?? 0,
    confirmed: number(row['confirmed']) ?? 0,
    vanished: number(row['vanished']) ?? 0,
  };
}

function sample(row: Members): Evidence['samples'][number] {
  const { source, verdict, result, topic, epoch, seq, found, words, stream, rest } = row;
  return {
    id: [found, verdict, topic, epoch, seq].join(' '),
    source: text(source),
    verdict: text(verdict),
    result: text(result),
    topic: text(topic),
    seq: number(seq),
    found: text(found),
    words: text(words),
    stream,
    rest,
  };
}

export function readSessions(json: unknown): Sessions {
  const { totals, sessions, next } = members(json);
  const sums = members(totals);
  return {
    sessions: number(sums['sessions']) ?? 0,
    full: number(sums['full']) ?? 0,
    applied: number(sums['applied']) ?? 0,
    list: rows(sessions).map((row) => ({
      connection: text(row['connection']),
      user: text(row['user']),
      client: text(row['client']),
      renders: entries(row['renders'], (path) => (typeof path === 'string' ? path : undefined)),
      applied: number(row['applied']),
    })),
    more: next !== undefined,
  };
}

/** The newest entry first. */
export function readAudit(json: unknown): Audit {
  const { entries: links, broken } = members(json);
  return {
    entries: rows(links)
      .map(({ entry, hash }) => auditEntry(members(entry), text(hash)))
      .reverse(),
    broken: text(members(broken)['words']),
  };
}

function auditEntry(entry: Members, hash: string): Audit['entries'][number] {
  const actor = members(entry['actor']);
  return {
    revision: number(entry['revision']) ?? 0,
    feature: text(entry['feature']),
    verb: text(entry['verb']),
    actor: text(actor['name']),
    via: text(actor['via']),
    reason: text(entry['reason']),
    before: text(entry['before']),
    after: text(entry['after']),
    evidence: text(entry['evidence']),
    at: text(entry['at']),
    hash,
  };
}

/** Values by feature and another label, such as `positions rest`, from figures in the Prometheus text format. */
export function readFigures(metrics: string, name: string, label: string): ReadonlyMap<string, number> {
  const figures = new Map<string, number>();
  for (const [, labels = '', value = ''] of metrics.matchAll(new RegExp(`^${name}\\{([^}]*)\\} (\\S+)$`, 'gm'))) {
    if (Number.isFinite(Number(value))) {
      figures.set(`${labelOf(labels, 'feature')} ${labelOf(labels, label)}`, Number(value));
    }
  }
  return figures;
}

function labelOf(labels: string, name: string): string {
  return new RegExp(`${name}="([^"]*)"`).exec(labels)?.[1] ?? '';
}
