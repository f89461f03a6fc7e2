import { useThorClient } from '@thor/react';
import { useEffect, useState } from 'react';

/** The server's time in milliseconds since 1970, anew each second. */
export function useServerTime(): number {
  const { clock } = useThorClient();
  const [nowMs, setNowMs] = useState(() => clock.nowMs());
  useEffect(() => {
    const timer = setInterval(() => setNowMs(clock.nowMs()), 1000);
    return () => clearInterval(timer);
  }, [clock]);
  return nowMs;
}
