import { useCallback, useEffect, useState } from 'react';
import { Dashboard } from './dashboard';
import { SignIn } from './sign-in';
import { currentUser, type User } from './user';

type State =
  | { readonly kind: 'asking' }
  | { readonly kind: 'out'; readonly reason: string }
  | { readonly kind: 'in'; readonly user: User };

/** Whoever has a session sees the dashboard, everybody else the form. */
export function App() {
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
      return <Dashboard user={state.user} onSignedOut={signedOut} />;
  }
}
