import type { ServerMessage } from '@thor/client';

/** One message, as the live log shows it. */
export interface LogLine {
  readonly key: number;
  /** Time of day, UTC. */
  readonly at: string;
  readonly name: string;
  readonly words: string;
}

const LONGEST = 400;

/** @param key different for each line */
export function logLine(message: ServerMessage, key: number): LogLine {
  const at = new Date().toISOString().slice(11, 19);
  const data = JSON.stringify('data' in message ? message.data : {});
  const cut = data.length > LONGEST ? `${data.slice(0, LONGEST)}…` : data;
  return 'topic' in message
    ? { key, at, name: message.name, words: `${message.topic} ${message.seq} ${cut}` }
    : { key, at, name: message.type, words: cut };
}
