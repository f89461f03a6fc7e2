import { positions } from '@thor/client';
import { useFeature, useThorClient } from '@thor/react';
import { useCallback, useEffect, useState } from 'react';
import { getOrder, openOrders, type Order } from './orders';

const POLL_MS = 2000;

/** Open orders, and the one whose fate the user wants to know. */
export interface Orders {
  readonly open: readonly Order[];
  readonly watched: Order | undefined;
  /** Shows an order until it has ended and another takes its place. */
  readonly watch: (order: Order) => void;
  readonly problem: string;
}

/** Asks when positions change, as a fill changes them, and every two seconds while something is open. */
export function useOrders(account: string): Orders {
  const { rest } = useThorClient();
  const held = useFeature(positions, account).data;
  const [open, setOpen] = useState<readonly Order[]>([]);
  const [watched, setWatched] = useState<Order>();
  const [problem, setProblem] = useState('');
  const [turn, setTurn] = useState(0);
  const waiting = open.length > 0 || watched?.status === 'OPEN';
  const watchedId = watched?.status === 'OPEN' ? watched.id : undefined;

  useEffect(() => {
    let gone = false;
    const asking = [
      openOrders(rest, account),
      watchedId === undefined ? Promise.resolve(undefined) : getOrder(rest, watchedId),
    ] as const;
    Promise.all(asking).then(
      ([listed, found]) => {
        if (!gone) {
          setOpen(listed);
          setProblem('');
          if (found) {
            setWatched((shown) => (shown?.id === found.id ? found : shown));
          }
        }
      },
      (error: unknown) => !gone && setProblem(error instanceof Error ? error.message : 'The server did not answer.'),
    );
    return () => {
      gone = true;
    };
  }, [rest, account, held, turn, watchedId]);

  useEffect(() => {
    const timer = waiting || problem !== '' ? setInterval(() => setTurn((last) => last + 1), POLL_MS) : undefined;
    return () => clearInterval(timer);
  }, [waiting, problem]);

  const watch = useCallback((order: Order) => {
    setWatched(order);
    setTurn((last) => last + 1);
  }, []);
  return { open, watched, watch, problem };
}
