import { accountBalance } from '@thor/client';
import { useWebSocketEnabled, useWebSocketFeatureData } from '@thor/react';
import type { ReactNode } from 'react';

interface Props {
  account: string;
  /** What polls today, and stays until the feature is complete. */
  polling: ReactNode;
}

export function Balance({ account, polling }: Props) {
  const enabled = useWebSocketEnabled('account_balance');
  const pushed = useWebSocketFeatureData(accountBalance, account);
  return enabled && pushed ? <p>{pushed.equity.toFixed(2)} pushed</p> : <>{polling}</>;
}
