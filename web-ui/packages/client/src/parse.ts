import { readExact, type Exact } from './exact.js';
import type { ControlData, TopicData } from './messages.js';
import { controlReaders, topicReaders } from './readers.js';
import { count, instant, isObject, text } from './shape.js';

/** Where a state or an entry stands on its topic. */
export interface Position {
  readonly epoch: string;
  readonly seq: number;
}

/** A state or an entry; `exact` gives its data with every digit. */
export type TopicMessage = {
  readonly [K in keyof TopicData]: Position & {
    readonly type: K;
    /** The type as it was written; it differs from `type` where that is `unknown`. */
    readonly name: string;
    readonly topic: string;
    readonly as_of: string;
    readonly data: TopicData[K];
    readonly exact: () => Exact | undefined;
  };
}[keyof TopicData];

export type ControlMessage =
  | {
      readonly [K in keyof ControlData]: { readonly type: K; readonly id?: unknown; readonly data: ControlData[K] };
    }[keyof ControlData]
  | { readonly type: 'pong'; readonly timestamp: unknown };

export type ServerMessage = TopicMessage | ControlMessage;

/** What one frame held. */
export interface ParsedFrame {
  readonly messages: readonly ServerMessage[];
  /** Why parts of it, or all, could not be read; for a counter and a log. */
  readonly rejected: readonly string[];
}

/** Reads a frame. Never throws: what cannot be read is in `rejected`, what is not known and on no topic is left out. */
export function parseFrame(frame: unknown): ParsedFrame {
  const messages: ServerMessage[] = [];
  const rejected: string[] = [];
  try {
    const json = text(frame, 'frame');
    const value: unknown = JSON.parse(json);
    const exact = remember(() => readExact(json));
    if (isObject(value) && value['type'] === 'batch' && Array.isArray(value['data'])) {
      value['data'].forEach((one: unknown, index) =>
        read(one, () => member(member(exact(), 'data'), index), messages, rejected),
      );
    } else {
      read(value, exact, messages, rejected);
    }
  } catch (error) {
    rejected.push(reason(error));
  }
  return { messages, rejected };
}

function read(value: unknown, exact: () => Exact | undefined, messages: ServerMessage[], rejected: string[]): void {
  try {
    const message = readMessage(value, () => member(exact(), 'data'));
    if (message) {
      messages.push(message);
    }
  } catch (error) {
    rejected.push(reason(error));
  }
}

function readMessage(value: unknown, exact: () => Exact | undefined): ServerMessage | undefined {
  const envelope = isObject(value) ? value : {};
  const type = text(envelope['type'], 'type');
  if (type === 'pong') {
    return { type, timestamp: envelope['timestamp'] };
  }
  if (Object.hasOwn(controlReaders, type)) {
    const data = controlReaders[type as keyof ControlData](envelope['data'], type);
    return { type, id: envelope['id'], data } as ControlMessage;
  }
  return envelope['topic'] === undefined ? undefined : topicMessage(type, envelope, exact);
}

/** Makes a message of the members of an envelope. Errors: ShapeError. */
export function topicMessage(
  name: string,
  envelope: Readonly<Record<string, unknown>>,
  exact: () => Exact | undefined,
): TopicMessage {
  const type = Object.hasOwn(topicReaders, name) ? (name as keyof TopicData) : 'unknown';
  return {
    type,
    name,
    topic: text(envelope['topic'], 'topic'),
    epoch: text(envelope['epoch'], 'epoch'),
    seq: count(envelope['seq'], 'seq'),
    as_of: instant(envelope['as_of'], 'as_of'),
    data: topicReaders[type](envelope['data'], name),
    exact: remember(exact),
  } as TopicMessage;
}

/** The member of an exact object or array. */
export function member(value: Exact | undefined, key: string | number): Exact | undefined {
  if (typeof value !== 'object' || value === null) {
    return undefined;
  }
  return typeof key === 'number'
    ? (value as readonly Exact[])[key]
    : (value as Readonly<Record<string, Exact>>)[`s${key}`];
}

/** Computes at most once; undefined where it fails. */
function remember(compute: () => Exact | undefined): () => Exact | undefined {
  let known: { value: Exact | undefined } | undefined;
  return () => {
    if (!known) {
      try {
        known = { value: compute() };
      } catch {
        known = { value: undefined };
      }
    }
    return known.value;
  };
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message : 'not readable';
}
