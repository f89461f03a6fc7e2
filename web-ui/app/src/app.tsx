import { ThorProvider } from '@thor/react';
import { useCallback, useEffect, useState, type ComponentType } from 'react';
import { SignIn } from './sign-in';
import { useClient } from './use-client';
import { currentUser, type User } from './user';

type State =
  | { readonly kind: 'asking' }
  | { readonly kind: 'out'; readonly reason: string }
  | { readonly kind: 'in'; readonly user: User };

/** What a page for people who have signed in is given, beside its client. */
export interface PageProps {
  readonly user: User;
  /** Ends the page; the reason is shown above the form, and may be empty. */
  readonly onSignedOut: (reason: string) => void;
}

/** Whoever has a session sees the page, everybody else the form. */
export function App({ page }: { readonly page: ComponentType<PageProps> }) {
  const [state, setState] = useState<State>({ kind: 'asking' });
  const signedIn = useCallback((user: User) => setState({ kind: 'in', user }), []);
  const signedOut = useCallback((reason: string) => setState({ kind: 'out', reason }), []);

  useEffect(() => {
    let gone = false;
    currentUser().then(
      (user) => !gone && setState(user ? { kind: 'in', user } : { kind: 'out', reason: '' }),
      (error: unknown) => !gone && setState({ kind: 'out', reason: error instanceof Error ? error.message : '' }),
    );
    return () => {
      gone = true;
    };
  }, []);

  switch (state.kind) {
    case 'asking':
      return null;
    case 'out':
      return <SignIn reason={state.reason} onSignedIn={signedIn} />;
    case 'in':
      return <SignedIn page={page} user={state.user} onSignedOut={signedOut} />;
  }
}

/** A page with its one client, for as long as it is open. */
function SignedIn({ page: Page, user, onSignedOut }: PageProps & { readonly page: ComponentType<PageProps> }) {
  const client = useClient(onSignedOut);
  return (
    <ThorProvider client={client}>
      <Page user={user} onSignedOut={onSignedOut} />
    </ThorProvider>
  );
}
