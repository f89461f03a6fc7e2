import { accountBalance } from '@thor/client';
import { useFeature } from '@thor/react';
import { DASH, decimal } from '../format';
import { Panel } from './panel';

/** What the account is worth. */
export function AccountSummary({ account }: { readonly account: string }) {
  const state = useFeature(accountBalance, account);
  const { data } = state;
  const figures = [
    ['Net liquidating value', data?.equity],
    ['Cash', data?.cash],
    ['Buying power', data?.buying_power],
    ['Day trading buying power', data?.day_trading_buying_power],
  ] as const;
  return (
    <Panel title="Account" className="account" state={state}>
      <p className="muted account-number">
        {data?.account_number ?? DASH} · {data?.currency ?? DASH}
      </p>
      <dl className="figures">
        {figures.map(([label, value], index) => (
          <div key={label} className={index === 0 ? 'figure main-figure' : 'figure'}>
            <dt>{label}</dt>
            <dd>{decimal(value, 2)}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}
