import { readExact } from './exact.js';
import { member, topicMessage, type TopicMessage } from './parse.js';
import type { RestAnswer } from './rest.js';
import { isObject, list, text } from './shape.js';

/** The position in an answer's headers. */
function position({ headers }: RestAnswer): {
  topic: string | null;
  epoch: string | null;
  seq: number;
  as_of: string | null;
} {
  return {
    topic: headers.get('Thor-Topic'),
    epoch: headers.get('Thor-Epoch'),
    seq: Number(headers.get('Thor-Seq') ?? NaN),
    as_of: headers.get('Thor-As-Of'),
  };
}

/** Reads an answer whose body is the data of the topic that its headers name. Errors: ShapeError. */
export function readState(type: string): (answer: RestAnswer) => readonly TopicMessage[] {
  return (answer) => {
    const envelope = { ...position(answer), data: answer.json };
    return [topicMessage(type, envelope, () => readExact(answer.text))];
  };
}

/**
 * Reads an answer that holds entries of a log, each with its own `seq`. Errors: ShapeError.
 *
 * @param rows the member that holds them
 */
export function readLog(type: string, rows: string): (answer: RestAnswer) => readonly TopicMessage[] {
  return (answer) => {
    const body = isObject(answer.json) ? answer.json : {};
    const head = position(answer);
    const epoch = text(body['epoch'], 'epoch');
    let exact: ReturnType<typeof readExact> | undefined;
    const exactRow = (index: number) => {
      exact ??= readExact(answer.text);
      return withoutSeq(member(member(exact, rows), index));
    };
    return list((row) => (isObject(row) ? row : {}))(body[rows], rows).map((row, index) =>
      topicMessage(type, { ...head, epoch, seq: row['seq'], data: row }, () => exactRow(index)),
    );
  };
}

function withoutSeq(row: ReturnType<typeof member>): ReturnType<typeof member> {
  if (typeof row !== 'object' || row === null || Array.isArray(row)) {
    return row;
  }
  return Object.fromEntries(Object.entries(row).filter(([key]) => key !== 'sseq'));
}
