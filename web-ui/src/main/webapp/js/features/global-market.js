/** Which markets are open, and the time to their next event. */
import { countdown, text, DASH } from "../format.js";
import { readByHeaders } from "./definition.js";

const topic = (marketId) => `market_status:${marketId}`;

export const globalMarket = {
  name: "global_market",
  title: "World markets",
  empty: "No markets.",
  topics: ({ marketIds }) => marketIds.map(topic),
  routes: ({ marketIds }) => marketIds.map((id) => `/api/market/status/${encodeURIComponent(id)}`),
  read: readByHeaders,
  rows: ({ marketIds }, topics, nowMs) =>
    marketIds.map((id) => ({
      key: id,
      label: marketName(id, topics),
      cell: (path) => showMarket(topics.data(path, topic(id)) ?? {}, nowMs),
    })),
};

function marketName(id, topics) {
  const market = topics.data("WebSocket", topic(id)) ?? topics.data("REST", topic(id));
  return market?.name ?? id;
}

function showMarket(market, nowMs) {
  if (!market.status) {
    return { text: DASH };
  }
  const next = market.next_event_at ? `${text(market.next_event)} in ${countdown(market.next_event_at, nowMs)}` : text(market.reason);
  return { text: market.status, note: next, tone: market.status === "OPEN" ? "gain" : "" };
}
