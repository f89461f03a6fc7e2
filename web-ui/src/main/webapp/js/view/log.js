/** The live log and the counts by type. */
import { clockSeconds } from "../format.js";
import { byId, element, setText } from "./dom.js";

export class LogView {
  #list = byId("log");
  #counts = byId("counts");
  #newestId = 0;

  clear() {
    this.#list.replaceChildren();
    this.#counts.replaceChildren();
    this.#newestId = 0;
  }

  paint(log) {
    const fresh = log.entries.filter((entry) => entry.id > this.#newestId);
    this.#newestId = log.entries[0]?.id ?? 0;
    this.#list.prepend(...fresh.map(logItem));
    while (this.#list.children.length > log.entries.length) {
      this.#list.lastElementChild.remove();
    }
    this.#paintCounts(log.counts);
  }

  #paintCounts(counts) {
    const types = [...counts.keys()].sort();
    if (types.length !== this.#counts.children.length) {
      this.#counts.replaceChildren(...types.map(countItem));
    }
    types.forEach((type, index) => setText(this.#counts.children[index].lastChild, String(counts.get(type))));
  }
}

function logItem({ atMs, type, text }) {
  const item = element("li");
  item.dataset.type = type;
  item.append(
    element("time", "", clockSeconds(new Date(atMs).toISOString())),
    element("span", "type", `[WS] ${type}: `),
    element("span", "data", text),
  );
  return item;
}

function countItem(type) {
  const item = element("li");
  item.dataset.type = type;
  item.append(element("span", "", type), element("span", "count"));
  return item;
}
