/** What the cutover says to this session: which path each feature renders, and how often to poll. */

const DEFAULT_POLL_SECONDS = { account_balance: 10, positions: 10, intraday: 5, global_market: 30 };
const FALLBACK_POLL_SECONDS = 10;

export class Cutover {
  #revision = -1;
  #features = {};
  #pollSeconds = {};

  /** Takes the newer of what it has and what came, from either path. */
  apply(status) {
    if (Number.isInteger(status?.revision) && status.revision >= this.#revision) {
      this.#revision = status.revision;
      this.#features = status.features ?? {};
      this.#pollSeconds = status.poll_seconds ?? {};
    }
  }

  /** @returns {{stage: string, renders: string, percent: number | null, why: string}} */
  feature(name) {
    const { stage = "", renders = "REST", percent = null, why = "", overlay = "" } = this.#features[name] ?? {};
    return { stage, renders, percent, why, overlay };
  }

  pollSeconds(name) {
    return this.#pollSeconds[name] ?? DEFAULT_POLL_SECONDS[name] ?? FALLBACK_POLL_SECONDS;
  }

  /** A request of what renders WebSocket is there for the comparison alone, and says so. */
  purpose(name) {
    return this.feature(name).renders === "WebSocket" ? { "Thor-Purpose": "parity" } : {};
  }

  summary() {
    const features = Object.values(this.#features);
    const on = features.filter((feature) => feature.renders === "WebSocket").length;
    if (this.#revision < 0) {
      return "";
    }
    const mode = on === 0 ? "SHADOW MODE" : on < features.length ? "PARTIAL CUTOVER" : "FULL CUTOVER";
    return `${mode} ${on}/${features.length}, revision ${this.#revision}`;
  }
}
