import type { ThorClient } from '@thor/client';
import { createContext, useContext, type ReactNode } from 'react';

const ClientContext = createContext<ThorClient | undefined>(undefined);

/** Gives its children the client. Whoever made the client starts and stops it. */
export function ThorProvider({ client, children }: { readonly client: ThorClient; readonly children: ReactNode }) {
  return <ClientContext.Provider value={client}>{children}</ClientContext.Provider>;
}

/** The client of the nearest provider. Errors: without one it throws. */
export function useThorClient(): ThorClient {
  const client = useContext(ClientContext);
  if (!client) {
    throw new Error('There is no ThorProvider above this component; wrap the page in <ThorProvider client={client}>.');
  }
  return client;
}
