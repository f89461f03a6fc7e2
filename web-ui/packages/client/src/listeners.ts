import type { Cancel } from './runtime.js';

/** Listeners of one kind of event; one that throws does not keep the others from hearing it. */
export class Listeners<T> {
  readonly #all = new Set<(event: T) => void>();

  get size(): number {
    return this.#all.size;
  }

  add(listener: (event: T) => void): Cancel {
    const own = (event: T) => listener(event);
    this.#all.add(own);
    return () => this.#all.delete(own);
  }

  tell(event: T): void {
    for (const listener of [...this.#all]) {
      try {
        listener(event);
      } catch (error) {
        console.error('[Thor] a listener failed', error);
      }
    }
  }
}
