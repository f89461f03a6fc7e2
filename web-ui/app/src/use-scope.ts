import type { ThorClient } from '@thor/client';
import { useEffect, useState } from 'react';
import { loadScope, type Scope } from './scope';

const NOTHING: Scope = { accounts: [], symbols: [], markets: [] };
const RETRY_MS = 3000;

/** What this user may see, asked for until the server answers, and why it is not known yet. */
export function useScope(client: ThorClient): readonly [Scope, string] {
  const [scope, setScope] = useState(NOTHING);
  const [problem, setProblem] = useState('');
  useEffect(() => {
    let timer = 0;
    let gone = false;
    const ask = () => {
      loadScope(client.rest).then(
        (loaded) => {
          if (!gone) {
            setScope(loaded);
            setProblem('');
          }
        },
        (error: unknown) => {
          if (!gone) {
            setProblem(error instanceof Error ? error.message : 'The server did not answer.');
            timer = window.setTimeout(ask, RETRY_MS);
          }
        },
      );
    };
    ask();
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [client]);
  return [scope, problem];
}
