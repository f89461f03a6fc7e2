/** The session's VWAP, the bar that is forming, and the last final bars. */
import { clock, decimal, quantity, DASH } from "../format.js";
import { fieldRow, query, readByHeaders } from "./definition.js";

const SHOWN_BARS = 5;
const POLLED_BARS = 12;

const barTopic = (symbol) => `intraday_bar:${symbol}`;
const formingTopic = (symbol) => `forming_bar:${symbol}`;
const vwapTopic = (symbol) => `vwap:${symbol}`;

export const intraday = {
  name: "intraday",
  title: "Intraday",
  empty: "No symbol.",
  topics: ({ symbol }) => (symbol ? [vwapTopic(symbol), formingTopic(symbol), barTopic(symbol)] : []),
  routes: ({ symbol }) =>
    symbol
      ? [query("/api/intraday/bars", { symbol, limit: POLLED_BARS }), query("/api/intraday/vwap", { symbol })]
      : [],
  read: (path, answer) => (Array.isArray(answer.json?.bars) ? readBars(answer.json) : readByHeaders(path, answer)),
  rows: ({ symbol }, topics) => [
    fieldRow("vwap", "VWAP", (path) => topics.data(path, vwapTopic(symbol)), showVwap),
    fieldRow("forming", "Forming", (path) => topics.data(path, formingTopic(symbol)), showBar),
    ...finalBars(symbol, topics),
  ],
};

/** The answer holds many entries of the log, each with its own position. */
function readBars({ symbol, epoch, bars }) {
  return bars.map(({ seq, ...data }) => ({
    topic: data.final ? barTopic(symbol) : formingTopic(symbol),
    state: { epoch, seq, data, dataText: "" },
  }));
}

function finalBars(symbol, topics) {
  const byMinute = (path) => new Map(topics.history(path, barTopic(symbol)).map((bar) => [bar.timestamp_minute, bar]));
  const bars = { REST: byMinute("REST"), WebSocket: byMinute("WebSocket") };
  const minutes = [...new Set([...bars.REST.keys(), ...bars.WebSocket.keys()])].sort().slice(-SHOWN_BARS).reverse();
  return minutes.map((minute) => fieldRow(minute, clock(minute), (path) => bars[path].get(minute), showBar));
}

function showVwap(data) {
  return { text: decimal(data.vwap, 4), note: data.volume === undefined ? "" : `volume ${quantity(data.volume)}` };
}

function showBar(bar) {
  if (bar.close === undefined) {
    return { text: DASH };
  }
  const correction = bar.revision > 0 ? `, revision ${bar.revision}` : "";
  return {
    text: decimal(bar.close, 2),
    note: `${decimal(bar.low, 2)} to ${decimal(bar.high, 2)}\nvolume ${decimal(bar.volume, 2)}${correction}`,
    tone: bar.close > bar.open ? "gain" : bar.close < bar.open ? "loss" : "",
  };
}
