import { useThorClient } from '@thor/react';
import { useState } from 'react';
import type { PageProps } from './app';
import { Chooser } from './chrome/chooser';
import { Header } from './chrome/header';
import { ShadowMonitor } from './chrome/shadow-monitor';
import { OrderTicket } from './orders/order-ticket';
import { AccountSummary } from './panels/account-summary';
import { Markets } from './panels/markets';
import { PositionsTable } from './panels/positions-table';
import { PriceChart } from './panels/price-chart';
import { useScope } from './use-scope';
import { leavePage } from './user';

/** The trader's page. */
export function Dashboard({ user, onSignedOut }: PageProps) {
  const [scope, problem] = useScope(useThorClient());
  const [account, setAccount] = useState<string>();
  const [symbol, setSymbol] = useState<string>();
  const shownAccount = account ?? scope.accounts[0];
  const shownSymbol = symbol ?? scope.symbols[0];
  const leave = () => void leavePage(onSignedOut);

  return (
    <>
      <a className="skip" href="#content">
        Skip to the data
      </a>
      <Header user={user} here="/" onSignOut={leave}>
        {scope.accounts.length > 0 && (
          <Chooser label="Account" all={scope.accounts} chosen={shownAccount} onChoose={setAccount} />
        )}
        <Chooser label="Symbol" all={scope.symbols} chosen={shownSymbol} onChoose={setSymbol} />
      </Header>
      <main id="content" className="layout" tabIndex={-1}>
        {problem && (
          <p className="problem wide" role="alert">
            {problem}
          </p>
        )}
        {shownAccount && <AccountSummary account={shownAccount} />}
        {shownSymbol && <PriceChart key={shownSymbol} symbol={shownSymbol} />}
        {user.roles.includes('trader') && shownAccount && shownSymbol && (
          <OrderTicket key={shownAccount} account={shownAccount} symbol={shownSymbol} />
        )}
        {shownAccount && <PositionsTable account={shownAccount} />}
        {scope.markets.length > 0 && <Markets markets={scope.markets} />}
      </main>
      <ShadowMonitor />
    </>
  );
}
