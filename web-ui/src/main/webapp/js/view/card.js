/** One feature: both paths side by side, its stage, and whether they agree. */
import { byId, setData, setText } from "./dom.js";
import { PathTable } from "./path-table.js";
import { PositionList } from "./position-list.js";

const PARITY_WORDS = {
  waiting: () => "not compared yet",
  equal: (compared) => `${compared} equal`,
  bytes: (compared) => `${compared} equal values`,
  different: (compared, different) => `${different} of ${compared} different`,
};

export class Card {
  #feature;
  #table;
  #positions;

  constructor(feature) {
    this.#feature = feature;
    this.root = byId("card-template").content.firstElementChild.cloneNode(true);
    this.root.id = `card-${feature.name}`;
    const title = this.root.querySelector(".card-title");
    title.id = `title-${feature.name}`;
    title.textContent = feature.title;
    this.root.setAttribute("aria-labelledby", title.id);
    this.#table = new PathTable(this.root.querySelector("table"));
    this.#positions = new PositionList(this.root.querySelector(".positions"));
  }

  paint({ scope, topics, cutover, problems, nowMs }) {
    const topicNames = this.#feature.topics(scope);
    const rows = topicNames.length > 0 ? this.#feature.rows(scope, topics, nowMs) : [];
    this.#paintStage(cutover.feature(this.#feature.name));
    this.#table.paint(rows);
    const standings = topicNames.map((topic) => ({ topic, ...topics.standing(topic) }));
    this.#positions.paint(standings);
    this.#paintParity(standings);
    const silent = rows.length === 0 ? this.#feature.empty : "";
    setText(this.#part(".problem"), problems.get(this.#feature.name) || silent);
    setData(this.#part(".problem"), "tone", problems.get(this.#feature.name) ? "error" : "calm");
  }

  #paintStage({ stage, renders, percent, overlay, why }) {
    const share = percent === null ? "" : ` ${percent} %`;
    const latch = overlay ? ` ${overlay}` : "";
    setData(this.root, "stage", stage);
    setData(this.root, "renders", renders);
    setText(this.#part(".stage"), stage ? `${stage}${share}${latch}: renders ${renders}` : "");
    setText(this.#part(".why"), why);
    for (const heading of this.root.querySelectorAll("th[data-path]")) {
      setText(heading, heading.dataset.path === renders ? `${heading.dataset.path} ●` : heading.dataset.path);
    }
  }

  #paintParity(standings) {
    const sum = (field) => standings.reduce((total, standing) => total + standing[field], 0);
    const [compared, different] = [sum("compared"), sum("different")];
    let parity = "waiting";
    if (different > 0) {
      parity = "different";
    } else if (compared > 0) {
      parity = standings.some(({ verdict }) => verdict?.kind === "bytes") ? "bytes" : "equal";
    }
    setData(this.root, "parity", parity);
    setText(this.#part(".parity"), standings.length > 0 ? PARITY_WORDS[parity](compared, different) : "");
  }

  #part(selector) {
    return this.root.querySelector(selector);
  }
}
