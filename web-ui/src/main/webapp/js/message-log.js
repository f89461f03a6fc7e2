/** The last messages and how many of each type came. */

const KEPT_ENTRIES = 50;
const SHOWN_CHARACTERS = 240;

export class MessageLog {
  #nextId = 1;
  /** @type {{id: number, atMs: number, type: string, text: string}[]} newest first */
  entries = [];
  /** @type {Map<string, number>} */
  counts = new Map();

  add(type, text, atMs) {
    this.entries.unshift({ id: this.#nextId++, atMs, type, text: text.slice(0, SHOWN_CHARACTERS) });
    this.entries.length = Math.min(this.entries.length, KEPT_ENTRIES);
    this.counts.set(type, (this.counts.get(type) ?? 0) + 1);
  }
}
