/** Reads the server's frames. */

const HEAD = /^\{"type":"[^"]*"(?:,"(?:topic|epoch|as_of)":"[^"]*"|,"seq":\d+)*,"data":/;

/**
 * @returns {{type: string, topic?: string, epoch?: string, seq?: number, as_of?: string, data: any,
 *            dataText: string} | null} `dataText` is `data` byte for byte, empty when the frame is
 *   written in another order; null when the frame is no message
 */
export function readEnvelope(text) {
  let envelope;
  try {
    envelope = JSON.parse(text);
  } catch {
    return null;
  }
  if (typeof envelope?.type !== "string") {
    return null;
  }
  const head = HEAD.exec(text);
  return { ...envelope, dataText: head ? text.slice(head[0].length, -1) : "" };
}

/** Whether the message is a state or an entry with a place on a topic. */
export function hasPosition(envelope) {
  return typeof envelope.topic === "string" && typeof envelope.epoch === "string" && Number.isInteger(envelope.seq);
}
