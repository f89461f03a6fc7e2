import { useEffect, useState } from 'react';
import { loadAges } from './api';
import { whileVisible } from './while-visible';

/** One look at all ages. */
export interface AgeLook {
  readonly atMs: number;
  /** Seconds by feature and path. */
  readonly seconds: ReadonlyMap<string, number>;
}

const EVERY_MS = 5000;
const MOST = 120;

/** The ages of the last ten minutes that this page has been shown. */
export function useAges(): readonly AgeLook[] {
  const [looks, setLooks] = useState<readonly AgeLook[]>([]);
  useEffect(() => {
    const look = () =>
      loadAges().then(
        (seconds) => setLooks((before) => [...before, { atMs: Date.now(), seconds }].slice(-MOST)),
        () => undefined,
      );
    return whileVisible(look, EVERY_MS);
  }, []);
  return looks;
}
