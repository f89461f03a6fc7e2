import type { IntradayBar } from '@thor/client';
import { useWebSocketMessage } from '@thor/react';
import { useState } from 'react';

export function LastBars() {
  const [bars, setBars] = useState<readonly IntradayBar[]>([]);
  useWebSocketMessage('intraday_bar', ({ data }) => {
    setBars((last) => [...last, data].slice(-3));
  });
  return (
    <ul>
      {bars.map((bar) => (
        <li key={bar.symbol + bar.timestamp_minute}>
          {bar.timestamp_minute.slice(11, 16)} {bar.symbol} {bar.close}
        </li>
      ))}
      {bars.length === 0 && <li>The next bar comes within a minute of trades.</li>}
    </ul>
  );
}
