import { useEffect, useEffectEvent, useState } from 'react';
import { whileVisible } from './while-visible';

export interface Loaded<T> {
  /** The newest answer; undefined before the first. */
  readonly data: T | undefined;
  /** Why there is no newer one; empty when there is. */
  readonly problem: string;
}

/** Loads at once, then from time to time while the page is shown, and whenever the trigger changes. What is shown stays until an answer comes. */
export function useLoaded<T>(load: () => Promise<T>, everyMs: number, trigger: unknown): Loaded<T> {
  const [state, setState] = useState<Loaded<T>>({ data: undefined, problem: '' });
  const newest = useEffectEvent(load);
  useEffect(() => {
    let gone = false;
    const ask = async () => {
      try {
        const data = await newest();
        if (!gone) {
          setState({ data, problem: '' });
        }
      } catch (error) {
        if (!gone) {
          const problem = error instanceof Error ? error.message : 'The server did not answer.';
          setState(({ data }) => ({ data, problem }));
        }
      }
    };
    const cancel = whileVisible(ask, everyMs);
    return () => {
      gone = true;
      cancel();
    };
  }, [everyMs, trigger]);
  return state;
}
