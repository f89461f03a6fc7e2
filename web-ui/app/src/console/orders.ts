import { RequestFailedError, type Rest } from '@thor/client';
import { stageWords, type Check, type Feature, type Gates, type Sessions } from './facts';
import { members, text } from './read';
import { readChecks, readFeature } from './readers';

export type Verb = 'advance' | 'approve' | 'rollback' | 'acknowledge' | 'pause' | 'resume' | 'drill';

/** What an operator has entered for an order. */
export interface Entered {
  readonly reason: string;
  /** Of a canary of named accounts. */
  readonly accounts: readonly string[];
}

/** What became of an order. */
export type Result =
  | { readonly kind: 'done'; readonly words: string }
  | { readonly kind: 'stale'; readonly words: string; readonly current: Feature }
  | { readonly kind: 'refused'; readonly words: string; readonly checks: readonly Check[] };

const STALE = 412;
const AWAITING = 202;

/** The verbs that make sense for a feature as it is. */
export function offered({ stage, overlay, hold, pending }: Feature): readonly Verb[] {
  const lower: readonly Verb[] = stage === 'OFF' || stage === 'SHADOW' ? [] : ['rollback'];
  const verbs: Verb[] = [];
  if (overlay === 'PAUSED' || stage === 'OFF') {
    verbs.push('resume');
  }
  if (overlay === 'ROLLED_BACK' && hold.includes('acknowledge')) {
    verbs.push('acknowledge');
  }
  if (overlay === '' && stage !== 'OFF') {
    verbs.push(pending ? 'approve' : 'advance', 'pause');
  }
  return [...verbs.filter((verb) => verb !== 'advance' || stage !== 'COMPLETE'), ...lower, 'drill'];
}

/** What an order will do, and to how many, in words for whoever confirms it. */
export function consequences(verb: Verb, feature: Feature, gates: Gates, sessions: Sessions | undefined): string {
  const name = feature.name;
  switch (verb) {
    case 'advance':
      return gates.passes
        ? `${name} goes from ${stageWords(feature)} to ${gates.to}. Pages follow within two seconds, without a reload.`
        : `The gate to ${gates.to} holds, so the server will refuse this: ${gates.words}.`;
    case 'approve':
      return feature.pending
        ? `${name} goes to ${feature.pending.to}, as ${feature.pending.by} asked: “${feature.pending.reason}”.`
        : `Nothing waits for a second operator.`;
    case 'rollback':
      return `${name} goes from ${stageWords(feature)} to SHADOW at once. ${drawing(name, sessions)} It then stays latched: it needs an acknowledgement and time before it can advance.`;
    case 'acknowledge':
      return `You take note of the rollback of ${name}. Once its time has passed, it can advance again. No page changes.`;
    case 'pause':
      return `${name} stays at ${stageWords(feature)} and cannot advance until it is resumed. No page changes.`;
    case 'resume':
      return feature.stage === 'OFF'
        ? `${name} goes from OFF to SHADOW: it is sent and compared again, and pages go on drawing REST.`
        : `${name} can advance again from ${stageWords(feature)}. No page changes.`;
    case 'drill':
      return `A session among the real ones, with an account of its own, is steered to WebSocket and back. No stage and no other session changes.`;
  }
}

/** What a kill will do. */
export function killConsequences(sessions: Sessions | undefined): string {
  const whom = sessions ? `${sessions.sessions} connected sessions` : 'every connected session';
  return `All features go OFF at once: nothing is pushed any more, and ${whom} draw REST within two seconds. Each feature must then be resumed by itself.`;
}

function drawing(feature: string, sessions: Sessions | undefined): string {
  if (!sessions) {
    return 'Every page that draws it from WebSocket switches to REST within two seconds, without a reload.';
  }
  const count = sessions.list.filter(({ renders }) => renders[feature] === 'WebSocket').length;
  const words = `${count}${sessions.more ? ' or more' : ''} of ${sessions.sessions} connected sessions`;
  return `${words} draw it from WebSocket and switch to REST within two seconds, without a reload.`;
}

/** Errors: SignedOutError; every other failure is a result. */
export async function give(rest: Rest, verb: Verb, feature: Feature, entered: Entered): Promise<Result> {
  const body = { reason: entered.reason, ...(entered.accounts.length > 0 && { accounts: entered.accounts }) };
  return attempt(async () => {
    const { status, json } = await rest.send('POST', `/api/cutover/${feature.name}/${verb}`, {
      body,
      headers: { 'If-Match': `"${feature.revision}"`, 'Thor-Client': 'console' },
    });
    if (verb === 'drill') {
      return text(members(json)['words']);
    }
    const now = readFeature(json);
    const waits = `waits for a second operator's approval to go to ${now.pending?.to ?? 'its next step'}`;
    return `${now.name} ${status === AWAITING ? waits : `is ${stageWords(now)} ${now.overlay}`.trim()}.`;
  });
}

/** Errors: as of give. */
export function kill(rest: Rest, reason: string): Promise<Result> {
  return attempt(async () => {
    await rest.send('POST', '/api/cutover/kill', { body: { reason }, headers: { 'Thor-Client': 'console' } });
    return 'All features are OFF.';
  });
}

async function attempt(send: () => Promise<string>): Promise<Result> {
  try {
    return { kind: 'done', words: await send() };
  } catch (error) {
    if (!(error instanceof RequestFailedError)) {
      throw error;
    }
    const { current, gates } = members(error.body);
    return error.status === STALE && current
      ? { kind: 'stale', words: error.message, current: readFeature(current) }
      : { kind: 'refused', words: error.message, checks: readChecks(gates) };
  }
}
