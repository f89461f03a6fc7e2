/**
 * What a feature definition says, and the one reader that most routes share.
 *
 * @typedef {{accountId: string, symbol: string, marketIds: string[]}} Scope empty texts where the
 *   user has none
 * @typedef {{key: string, label: string, cell: (path: string) => {text: string, note?: string, tone?: string}}} Row
 * @typedef {{name: string, title: string, empty: string,
 *   topics: (scope: Scope) => string[],
 *   routes: (scope: Scope) => string[],
 *   read: (path: string, answer: object) => {topic: string, state: object}[],
 *   rows: (scope: Scope, topics: object, nowMs: number) => Row[]}} Feature
 */

/** Reads an answer whose body is the data of the topic that its headers name. */
export function readByHeaders(path, answer) {
  const topic = answer.headers.get("Thor-Topic");
  const epoch = answer.headers.get("Thor-Epoch");
  const seq = Number(answer.headers.get("Thor-Seq") ?? "x");
  if (!topic || !epoch || !Number.isInteger(seq)) {
    return [];
  }
  return [{ topic, state: { epoch, seq, data: answer.json, dataText: answer.text.trim() } }];
}

/** One row that shows the same field of both paths. */
export function fieldRow(key, label, data, show) {
  return { key, label, cell: (path) => show(data(path) ?? {}) };
}

export function query(route, parameters) {
  return `${route}?${new URLSearchParams(parameters)}`;
}
