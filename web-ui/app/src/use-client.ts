import { ThorClient } from '@thor/client';
import { useEffect, useState } from 'react';

/** The page's one client, which runs for as long as the page is open. */
export function useClient(onSignedOut: (reason: string) => void): ThorClient {
  const [client] = useState(() => new ThorClient({ logShadow: localStorage.getItem('thor.log-shadow') !== 'off' }));
  useEffect(() => {
    const cancel = client.rest.signedOut.add(() => onSignedOut('The session has ended. Sign in again.'));
    client.start();
    return () => {
      cancel();
      client.stop();
    };
  }, [client, onSignedOut]);
  return client;
}
