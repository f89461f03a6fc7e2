import { useEffect, useId, useState, type SubmitEvent } from 'react';
import { organisationSignIn, signIn, type User } from './user';

interface Props {
  /** Why the form is there; empty at first. */
  readonly reason: string;
  readonly onSignedIn: (user: User) => void;
}

export function SignIn({ reason, onSignedIn }: Props) {
  const [problem, setProblem] = useState(reason);
  const [busy, setBusy] = useState(false);
  const [organisation, setOrganisation] = useState<string>();
  const id = useId();

  useEffect(() => {
    let gone = false;
    void organisationSignIn().then((path) => !gone && setOrganisation(path));
    return () => {
      gone = true;
    };
  }, []);

  const submit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    setBusy(true);
    setProblem('');
    try {
      onSignedIn(await signIn(field(form, 'username'), field(form, 'password')));
    } catch (error) {
      setProblem(error instanceof Error ? error.message : 'Not signed in.');
      setBusy(false);
    }
  };

  return (
    <main className="sign-in">
      <form className="panel" onSubmit={(event) => void submit(event)} aria-labelledby={`${id}-title`}>
        <h1 id={`${id}-title`}>Thor</h1>
        <p className="muted">Sign in to see your account and the markets.</p>
        <label htmlFor="username">User</label>
        <input
          id="username"
          name="username"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          required
        />
        <label htmlFor="password">Password</label>
        <input id="password" name="password" type="password" autoComplete="current-password" required />
        <p className="problem" role="alert">
          {problem}
        </p>
        <button id="sign-in-button" type="submit" disabled={busy}>
          {busy ? 'Signing in…' : 'Sign in'}
        </button>
        {organisation && (
          <a className="button" href={organisation}>
            Sign in with your organisation
          </a>
        )}
      </form>
    </main>
  );
}

function field(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
}
