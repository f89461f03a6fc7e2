import { useEffect, useEffectEvent, useState } from 'react';

export interface Loaded<T> {
  /** The newest answer; undefined before the first. */
  readonly data: T | undefined;
  /** Why there is no newer one; empty when there is. */
  readonly problem: string;
}

/** Loads at once, then from time to time, and whenever the trigger changes. What is shown stays until an answer comes. */
export function useLoaded<T>(load: () => Promise<T>, everyMs: number, trigger: unknown): Loaded<T> {
  const [state, setState] = useState<Loaded<T>>({ data: undefined, problem: '' });
  const newest = useEffectEvent(load);
  useEffect(() => {
    let timer = 0;
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
      if (!gone) {
        timer = window.setTimeout(() => void ask(), everyMs);
      }
    };
    void ask();
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [everyMs, trigger]);
  return state;
}
