import { positions } from '@thor/client';
import { useFeature } from '@thor/react';

export function Profit({ account }: { account: string }) {
  const { data, source, stale } = useFeature(positions, account);
  if (!data) {
    return <p>Waiting for {account}…</p>;
  }
  const profit = data.positions.reduce((sum, { pnl }) => sum + pnl, 0);
  return (
    <p>
      {profit.toFixed(2)} from {source}
      {stale && ', stale'}
    </p>
  );
}
