import { useEffect, useState } from 'react';
import { loadFigures, type PathFigures } from './api';
import { whileVisible } from './while-visible';

/** One look at what the server measures of both paths. */
export interface Look extends PathFigures {
  readonly atMs: number;
}

const EVERY_MS = 5000;
const MOST = 120;

/** The looks of the last ten minutes that this page has been shown. */
export function useFigures(): readonly Look[] {
  const [looks, setLooks] = useState<readonly Look[]>([]);
  useEffect(() => {
    const look = () =>
      loadFigures().then(
        (figures) => setLooks((before) => [...before, { ...figures, atMs: Date.now() }].slice(-MOST)),
        () => undefined,
      );
    return whileVisible(look, EVERY_MS);
  }, []);
  return looks;
}
