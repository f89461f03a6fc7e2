/** What the account holds. */
import { decimal, quantity, signed, DASH } from "../format.js";
import { fieldRow, query, readByHeaders } from "./definition.js";

const topic = (scope) => `positions:${scope.accountId}`;

export const positions = {
  name: "positions",
  title: "Positions",
  empty: "No open positions.",
  topics: (scope) => (scope.accountId ? [topic(scope)] : []),
  routes: (scope) => (scope.accountId ? [query("/api/positions", { account_id: scope.accountId })] : []),
  read: readByHeaders,
  rows: (scope, topics) => {
    const held = (path) => topics.data(path, topic(scope))?.positions ?? [];
    const symbols = [...new Set([...held("REST"), ...held("WebSocket")].map((row) => row.symbol))].sort();
    return symbols.flatMap((symbol) => rowsOf(symbol, (path) => held(path).find((row) => row.symbol === symbol)));
  },
};

function rowsOf(symbol, position) {
  return [
    fieldRow(symbol, symbol, position, showHolding),
    fieldRow(`${symbol}.pnl`, "PnL", position, ({ pnl, pnl_percent }) => ({
      text: signed(pnl, 2),
      note: typeof pnl_percent === "number" ? `${signed(pnl_percent, 2)} %` : "",
      tone: pnl > 0 ? "gain" : pnl < 0 ? "loss" : "",
    })),
  ];
}

function showHolding(position) {
  if (position.quantity === undefined) {
    return { text: DASH };
  }
  return {
    text: `${quantity(position.quantity)} at ${decimal(position.current_price, 2)}`,
    note: `entry ${decimal(position.entry_price, 2)}\nvalue ${decimal(position.market_value, 2)}`,
  };
}
