/** For each topic: its seq on both paths, and what comparing them at one seq says. */
import { DASH } from "../format.js";
import { element, setData, setText } from "./dom.js";

export class PositionList {
  #list;

  constructor(list) {
    this.#list = list;
  }

  paint(standings) {
    while (this.#list.children.length > standings.length) {
      this.#list.lastElementChild.remove();
    }
    while (this.#list.children.length < standings.length) {
      const item = element("li");
      item.append(element("span", "topic"), element("span", "seqs"), element("span", "verdict"));
      this.#list.append(item);
    }
    standings.forEach((standing, index) => paintItem(this.#list.children[index], standing));
  }
}

function paintItem(item, { topic, restSeq, streamSeq, verdict, compared, different }) {
  setData(item, "topic", topic);
  setData(item, "restSeq", String(restSeq ?? ""));
  setData(item, "wsSeq", String(streamSeq ?? ""));
  setData(item, "verdict", verdict?.kind ?? "waiting");
  setData(item, "compared", String(compared));
  setData(item, "different", String(different));
  const [name, seqs, words] = item.children;
  setText(name, topic);
  setText(seqs, `REST ${restSeq ?? DASH}  WS ${streamSeq ?? DASH}`);
  setText(words, verdictText(verdict, compared, different));
}

function verdictText(verdict, compared, different) {
  if (!verdict) {
    return "no equal seq yet";
  }
  const words = {
    equal: `equal at ${verdict.seq}`,
    bytes: `equal values at ${verdict.seq}, written differently`,
    different: `different at ${verdict.seq}: ${verdict.difference}`,
  }[verdict.kind];
  return different > 0 ? `${words} (${different} of ${compared} different)` : words;
}
