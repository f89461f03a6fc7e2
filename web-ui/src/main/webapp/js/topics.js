/** The states of every topic as they came on both paths, and what comparing them says. */
import { firstDifference } from "./compare.js";

const KEPT_STATES = 300;

/**
 * @typedef {{epoch: string, seq: number, data: any, dataText: string}} State `dataText` is empty
 *   where the exact text is not known
 * @typedef {{kind: "equal"|"bytes"|"different", seq: number, difference: string}} Verdict `bytes`:
 *   equal values, written differently
 */

/** One topic on one path. */
class Track {
  #epoch = "";
  #recent = new Map();
  /** @type {State | null} */
  latest = null;

  /** @returns {boolean} whether it says anything new */
  add(state) {
    if (state.epoch !== this.#epoch) {
      this.#epoch = state.epoch;
      this.#recent.clear();
      this.latest = null;
    }
    if (isRepeat(this.#recent.get(state.seq), state)) {
      return false;
    }
    this.#recent.delete(state.seq);
    this.#recent.set(state.seq, state);
    if (!this.latest || state.seq >= this.latest.seq) {
      this.latest = state;
    }
    if (this.#recent.size > KEPT_STATES) {
      this.#recent.delete(this.#recent.keys().next().value);
    }
    return true;
  }

  at(epoch, seq) {
    return epoch === this.#epoch ? (this.#recent.get(seq) ?? null) : null;
  }

  states() {
    return [...this.#recent.values()].sort((a, b) => a.seq - b.seq);
  }
}

function isRepeat(known, state) {
  return known !== undefined && known.dataText === state.dataText && firstDifference(known.data, state.data) === "";
}

class Topic {
  paths = { REST: new Track(), WebSocket: new Track() };
  /** @type {Verdict | null} */
  verdict = null;
  compared = 0;
  different = 0;
}

export class Topics {
  #topics = new Map();

  /** @param {"REST"|"WebSocket"} path */
  add(path, name, state) {
    const topic = this.#topic(name);
    if (!topic.paths[path].add(state)) {
      return;
    }
    const rest = topic.paths.REST.at(state.epoch, state.seq);
    const streamed = topic.paths.WebSocket.at(state.epoch, state.seq);
    if (rest && streamed) {
      topic.verdict = judge(rest, streamed);
      topic.compared++;
      topic.different += topic.verdict.kind === "different" ? 1 : 0;
    }
  }

  /** @returns {any} the newest data, null when there is none */
  data(path, name) {
    return this.#topics.get(name)?.paths[path].latest?.data ?? null;
  }

  /** @returns {any[]} the data of all states still kept, oldest first */
  history(path, name) {
    return (this.#topics.get(name)?.paths[path].states() ?? []).map((state) => state.data);
  }

  /** What a card shows of a topic besides its data. */
  standing(name) {
    const topic = this.#topics.get(name) ?? new Topic();
    return {
      restSeq: topic.paths.REST.latest?.seq ?? null,
      streamSeq: topic.paths.WebSocket.latest?.seq ?? null,
      verdict: topic.verdict,
      compared: topic.compared,
      different: topic.different,
    };
  }

  /** @returns {string[]} ids behind a prefix, sorted, of every topic seen on either path */
  ids(prefix) {
    const start = `${prefix}:`;
    return [...this.#topics.keys()]
      .filter((name) => name.startsWith(start))
      .map((name) => name.slice(start.length))
      .sort();
  }

  #topic(name) {
    let topic = this.#topics.get(name);
    if (!topic) {
      topic = new Topic();
      this.#topics.set(name, topic);
    }
    return topic;
  }
}

/** @returns {Verdict} */
function judge(rest, streamed) {
  const { seq } = rest;
  if (rest.dataText && rest.dataText === streamed.dataText) {
    return { kind: "equal", seq, difference: "" };
  }
  const difference = firstDifference(rest.data, streamed.data);
  if (difference) {
    return { kind: "different", seq, difference };
  }
  const textsKnown = rest.dataText && streamed.dataText;
  return { kind: textsKnown ? "bytes" : "equal", seq, difference: "" };
}
