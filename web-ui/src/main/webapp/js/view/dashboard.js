/** The signed-in page: header, cards, log. */
import { Card } from "./card.js";
import { byId, element, setData, setText } from "./dom.js";
import { LogView } from "./log.js";

export class DashboardView {
  #section = byId("dashboard");
  #connection = byId("connection");
  #log = new LogView();
  #cards;

  constructor(user, features, { onSignOut, onChoose }) {
    setText(byId("who"), user.username);
    byId("sign-out").onclick = onSignOut;
    byId("account-select").onchange = (event) => onChoose({ accountId: event.target.value });
    byId("symbol-select").onchange = (event) => onChoose({ symbol: event.target.value });
    this.#cards = features.map((feature) => new Card(feature));
    byId("cards").replaceChildren(...this.#cards.map((card) => card.root));
  }

  show() {
    this.#section.hidden = false;
  }

  hide() {
    this.#section.hidden = true;
    this.#log.clear();
  }

  /** Shows a choice only where there is one. */
  offer({ accounts, symbols }) {
    offerOptions(byId("account-select"), accounts.map(({ account_id, account_number }) => [account_id, account_number ?? account_id]));
    offerOptions(byId("symbol-select"), symbols.map(({ symbol }) => [symbol, symbol]));
  }

  showConnection(state, detail) {
    setData(this.#connection, "state", state);
    setText(this.#connection, `WebSocket ${state}${detail ? `: ${detail}` : ""}`);
  }

  paint(model) {
    setText(byId("heartbeat"), heartbeatText(model));
    setText(byId("cutover-summary"), model.problems.get("cutover") || model.cutover.summary());
    this.#cards.forEach((card) => card.paint(model));
    this.#log.paint(model.log);
  }
}

function heartbeatText({ heartbeatMs, nowMs }) {
  return heartbeatMs === null ? "no heartbeat yet" : `heartbeat ${Math.round((nowMs - heartbeatMs) / 1000)} s ago`;
}

function offerOptions(select, options) {
  select.replaceChildren(
    ...options.map(([value, label]) => {
      const option = element("option", "", label);
      option.value = value;
      return option;
    }),
  );
  select.parentElement.hidden = options.length < 2;
}
