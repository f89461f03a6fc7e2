/** Runs both paths for one signed-in user and keeps the page up to date with them. */
import { Connection } from "./connection.js";
import { Cutover } from "./cutover.js";
import { hasPosition, readEnvelope } from "./envelope.js";
import { FEATURES } from "./features/index.js";
import { MessageLog } from "./message-log.js";
import { Poller } from "./poller.js";
import { loadScope } from "./scope.js";
import { Topics } from "./topics.js";
import { DashboardView } from "./view/dashboard.js";

const CUTOVER_SECONDS = 3;
const CLOCK_MS = 1000;

export class Dashboard {
  #topics = new Topics();
  #cutover = new Cutover();
  #log = new MessageLog();
  #problems = new Map();
  #pollers = [];
  #choices = { accounts: [], symbols: [], marketIds: [] };
  #chosen = { accountId: "", symbol: "" };
  #heartbeatMs = null;
  #connection;
  #view;
  #clock = 0;
  #paintRequested = false;
  #running = true;
  #onSignedOut;

  constructor(user, { onSignedOut, onSignOut }) {
    this.#onSignedOut = () => onSignedOut("The session has ended. Sign in again.");
    this.#view = new DashboardView(user, FEATURES, { onSignOut, onChoose: (choice) => this.#choose(choice) });
    this.#connection = new Connection(socketUrl(), {
      onState: (state, detail) => this.#view.showConnection(state, detail),
      onText: (text) => this.#receive(text),
    });
  }

  async start() {
    this.#view.show();
    this.#choices = await loadScope();
    if (!this.#running) {
      return;
    }
    this.#chosen = {
      accountId: this.#choices.accounts[0]?.account_id ?? "",
      symbol: this.#choices.symbols[0]?.symbol ?? "",
    };
    this.#view.offer(this.#choices);
    this.#connection.open();
    this.#pollers = [this.#cutoverPoller(), ...FEATURES.map((feature) => this.#featurePoller(feature))];
    this.#pollers.forEach((poller) => poller.start());
    this.#clock = setInterval(() => this.#requestPaint(), CLOCK_MS);
  }

  stop() {
    this.#running = false;
    clearInterval(this.#clock);
    this.#connection.close();
    this.#pollers.forEach((poller) => poller.stop());
    this.#view.hide();
  }

  #receive(text) {
    const envelope = readEnvelope(text);
    this.#log.add(envelope?.type ?? "unreadable", envelope?.dataText || text, Date.now());
    if (envelope && hasPosition(envelope)) {
      this.#topics.add("WebSocket", envelope.topic, envelope);
    } else if (envelope?.type === "heartbeat") {
      this.#heartbeatMs = Date.now();
      this.#connection.staleAfter(envelope.data?.stale_after_seconds ?? 75);
    } else if (envelope?.type === "cutover_status") {
      this.#cutover.apply(envelope.data);
    }
    this.#requestPaint();
  }

  #choose(choice) {
    this.#chosen = { ...this.#chosen, ...choice };
    this.#pollers.forEach((poller) => poller.restart());
    this.#requestPaint();
  }

  #scope() {
    const marketIds = [...new Set([...this.#choices.marketIds, ...this.#topics.ids("market_status")])].sort();
    return { ...this.#chosen, marketIds };
  }

  #cutoverPoller() {
    return this.#poller("cutover", {
      paths: () => ["/api/cutover"],
      seconds: () => CUTOVER_SECONDS,
      headers: () => ({}),
      onAnswer: (path, answer) => this.#cutover.apply(answer.json),
    });
  }

  #featurePoller(feature) {
    return this.#poller(feature.name, {
      paths: () => feature.routes(this.#scope()),
      seconds: () => this.#cutover.pollSeconds(feature.name),
      headers: () => this.#cutover.purpose(feature.name),
      onAnswer: (path, answer) =>
        feature.read(path, answer).forEach(({ topic, state }) => this.#topics.add("REST", topic, state)),
    });
  }

  #poller(name, plan) {
    return new Poller({
      ...plan,
      onAnswer: (path, answer) => {
        plan.onAnswer(path, answer);
        this.#requestPaint();
      },
      onProblem: (text) => {
        this.#problems.set(name, text);
        this.#requestPaint();
      },
      onSignedOut: this.#onSignedOut,
    });
  }

  /** Many messages in one frame of the screen are painted once. */
  #requestPaint() {
    if (!this.#paintRequested && this.#running) {
      this.#paintRequested = true;
      requestAnimationFrame(() => {
        this.#paintRequested = false;
        this.#paint();
      });
    }
  }

  #paint() {
    this.#view.paint({
      scope: this.#scope(),
      topics: this.#topics,
      cutover: this.#cutover,
      problems: this.#problems,
      log: this.#log,
      heartbeatMs: this.#heartbeatMs,
      nowMs: Date.now(),
    });
  }
}

function socketUrl() {
  const url = new URL("/ws/", location.href);
  url.protocol = location.protocol === "https:" ? "wss:" : "ws:";
  return url.href;
}
