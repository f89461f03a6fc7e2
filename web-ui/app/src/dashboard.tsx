import { ThorClient } from '@thor/client';
import { ThorProvider } from '@thor/react';
import { useEffect, useState } from 'react';
import { Header } from './chrome/header';
import { ShadowMonitor } from './chrome/shadow-monitor';
import { OrderTicket } from './orders/order-ticket';
import { AccountSummary } from './panels/account-summary';
import { Markets } from './panels/markets';
import { PositionsTable } from './panels/positions-table';
import { PriceChart } from './panels/price-chart';
import { loadScope, type Scope } from './scope';
import { signOut, type User } from './user';

interface Props {
  readonly user: User;
  readonly onSignedOut: (reason: string) => void;
}

const NOTHING: Scope = { accounts: [], symbols: [], markets: [] };

/** The trader's page: one client for as long as it is open. */
export function Dashboard({ user, onSignedOut }: Props) {
  const [client] = useState(() => new ThorClient({ logShadow: localStorage.getItem('thor.log-shadow') !== 'off' }));

  useEffect(() => {
    const cancel = client.rest.signedOut.add(() => onSignedOut('The session has ended. Sign in again.'));
    client.start();
    return () => {
      cancel();
      client.stop();
    };
  }, [client, onSignedOut]);

  return (
    <ThorProvider client={client}>
      <Page client={client} user={user} onSignedOut={onSignedOut} />
    </ThorProvider>
  );
}

function Page({ client, user, onSignedOut }: Props & { readonly client: ThorClient }) {
  const [scope, problem] = useScope(client);
  const [account, setAccount] = useState<string>();
  const [symbol, setSymbol] = useState<string>();
  const shownAccount = account ?? scope.accounts[0];
  const shownSymbol = symbol ?? scope.symbols[0];
  const leave = () =>
    void signOut().then(
      () => onSignedOut(''),
      (error: unknown) => onSignedOut(String(error)),
    );

  return (
    <>
      <a className="skip" href="#content">
        Skip to the data
      </a>
      <Header
        user={user}
        accounts={{ all: scope.accounts, chosen: shownAccount, onChoose: setAccount }}
        symbols={{ all: scope.symbols, chosen: shownSymbol, onChoose: setSymbol }}
        onSignOut={leave}
      />
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

const RETRY_MS = 3000;

/** Asks until the server answers. */
function useScope(client: ThorClient): readonly [Scope, string] {
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
