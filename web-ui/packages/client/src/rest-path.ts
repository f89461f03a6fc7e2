import type { RouteSpec } from './feature.js';
import type { TopicMessage } from './parse.js';
import { Poller } from './poller.js';
import type { Purpose, Rest, RestAnswer } from './rest.js';
import type { Runtime } from './runtime.js';

export interface RestPathPlan {
  /** Milliseconds from poll to poll; undefined while none is needed. */
  intervalMs(): number | undefined;
  purpose(): Purpose | undefined;
  /** What a poll said that is new. */
  onMessages(messages: readonly TopicMessage[]): void;
  /** A poll that said what the last one did. */
  onUnchanged(messages: readonly TopicMessage[]): void;
  onHistory(messages: readonly TopicMessage[]): void;
  onHeard(): void;
  onProblem(): void;
  /** Whether what came leaves out entries behind those that are known. */
  leavesHole(messages: readonly TopicMessage[]): boolean;
}

interface Route {
  readonly spec: RouteSpec;
  readonly poller: Poller;
  problem: string;
  last: readonly TopicMessage[];
}

/** The old path of one feature: its routes, polled, with their histories. */
export class RestPath {
  readonly #rest: Rest;
  readonly #plan: RestPathPlan;
  readonly #routes: readonly Route[];
  readonly #routeOf = new Map<string, Route>();

  constructor(runtime: Runtime, rest: Rest, specs: readonly RouteSpec[], plan: RestPathPlan) {
    this.#rest = rest;
    this.#plan = plan;
    this.#routes = specs.map((spec) => this.#route(runtime, spec));
  }

  /** Why a route fails, for the user; empty while none does. */
  get problem(): string {
    return this.#routes.find(({ problem }) => problem !== '')?.problem ?? '';
  }

  /** Polls at once, and asks for the histories. */
  start(): void {
    this.#routes.forEach(({ spec, poller }) => {
      poller.start();
      void this.#fillHistory(spec);
    });
  }

  stop(): void {
    this.#routes.forEach(({ poller }) => poller.stop());
  }

  /** As of a poller. */
  replan(spreadMs?: number): void {
    this.#routes.forEach(({ poller }) => poller.replan(spreadMs));
  }

  /** Asks the route of a topic once more; nothing where it fails. */
  async probe(topic: string): Promise<readonly TopicMessage[]> {
    const route = this.#routeOf.get(topic);
    const answer = await route?.poller.probe();
    return route && answer ? route.spec.read(answer) : [];
  }

  #route(runtime: Runtime, spec: RouteSpec): Route {
    const poller = new Poller(runtime, this.#rest, {
      path: spec.path,
      intervalMs: () => this.#plan.intervalMs(),
      purpose: () => this.#plan.purpose(),
      onAnswer: (answer) => this.#answered(route, answer),
      onUnchanged: () => this.#plan.onUnchanged(route.last),
      onHeard: () => {
        route.problem = '';
        this.#plan.onHeard();
      },
      onProblem: (problem) => {
        route.problem = problem;
        this.#plan.onProblem();
      },
    });
    const route: Route = { spec, poller, problem: '', last: [] };
    return route;
  }

  #answered(route: Route, answer: RestAnswer): void {
    const messages = route.spec.read(answer);
    route.last = messages;
    messages.forEach(({ topic }) => this.#routeOf.set(topic, route));
    const hole = this.#plan.leavesHole(messages);
    this.#plan.onMessages(messages);
    if (hole) {
      void this.#fillHistory(route.spec);
    }
  }

  async #fillHistory({ historyPath, read }: RouteSpec): Promise<void> {
    if (historyPath === undefined) {
      return;
    }
    try {
      this.#plan.onHistory(read(await this.#rest.get(historyPath, { purpose: 'history' })));
    } catch {
      // The polls tell of a server that fails; a missing history shows in the chart.
    }
  }
}
