/** Polls the routes of one feature, conditionally, one turn after the other. */
import { request, RequestFailed, SignedOut } from "./api.js";

export class Poller {
  #timer = 0;
  #run = null;
  #etags = new Map();
  #plan;

  /**
   * @param {{paths: () => string[], seconds: () => number, headers: () => Record<string, string>,
   *          onAnswer: (path: string, answer: object) => void, onProblem: (text: string) => void,
   *          onSignedOut: () => void}} plan `onAnswer` is called for new content only; `onProblem`
   *   after every turn, with an empty text when all went well
   */
  constructor(plan) {
    this.#plan = plan;
  }

  start() {
    this.#run = {};
    this.#turn(this.#run);
  }

  stop() {
    this.#run = null;
    clearTimeout(this.#timer);
  }

  /** Polls now instead of at the end of the interval. */
  restart() {
    this.stop();
    this.start();
  }

  /** @param {object} run an answer that comes after its run has ended is dropped */
  async #turn(run) {
    const problems = [];
    for (const path of this.#plan.paths()) {
      await this.#poll(run, path, problems);
      if (this.#run !== run) {
        return;
      }
    }
    this.#plan.onProblem([...new Set(problems)].join(" "));
    this.#timer = setTimeout(() => this.#turn(run), this.#plan.seconds() * 1000);
  }

  async #poll(run, path, problems) {
    const etag = this.#etags.get(path);
    try {
      const answer = await request("GET", path, {
        headers: { ...this.#plan.headers(), ...(etag && { "If-None-Match": etag }) },
      });
      if (this.#run === run && answer.status === 200) {
        this.#plan.onAnswer(path, answer);
        this.#etags.set(path, answer.headers.get("ETag") ?? "");
      }
    } catch (error) {
      if (this.#run === run) {
        this.#explain(error, path, problems);
      }
    }
  }

  #explain(error, path, problems) {
    if (error instanceof SignedOut) {
      this.#plan.onSignedOut();
    } else if (error instanceof RequestFailed) {
      problems.push(`REST: ${error.message}`);
    } else {
      problems.push(`REST: the answer of ${path} cannot be used (${error.message}).`);
    }
  }
}
