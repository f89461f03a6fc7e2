import { browserRuntime, isObject, Rest, SignedOutError } from '@thor/client';

/** Who is signed in. The token stays in a cookie that no script can read. */
export interface User {
  readonly username: string;
  readonly roles: readonly string[];
}

const rest = new Rest(browserRuntime());

function user(json: unknown): User {
  const members = isObject(json) ? json : {};
  const { username, roles } = members;
  return {
    username: typeof username === 'string' ? username : '',
    roles: Array.isArray(roles) ? roles.filter((role) => typeof role === 'string') : [],
  };
}

/** Undefined when nobody is. Errors: RequestFailedError. */
export async function currentUser(): Promise<User | undefined> {
  try {
    return user((await rest.get('/api/session')).json);
  } catch (error) {
    if (error instanceof SignedOutError) {
      return undefined;
    }
    throw error;
  }
}

/** Where the organisation signs its people in, a path of this server; undefined where it does not. */
export async function organisationSignIn(): Promise<string | undefined> {
  try {
    const { json } = await rest.get('/api/session/methods');
    const path = isObject(json) ? json['oidc'] : undefined;
    return typeof path === 'string' && /^\/[^/\\]/.test(path) ? path : undefined;
  } catch {
    // The form is there all the same.
    return undefined;
  }
}

/** Errors: SignedOutError for a wrong password, RequestFailedError; both with words for the user. */
export async function signIn(username: string, password: string): Promise<User> {
  return user((await rest.send('POST', '/api/session', { body: { username, password } })).json);
}

async function signOut(): Promise<void> {
  await rest.send('DELETE', '/api/session');
}

/** Signs out and ends the page; where that fails, the page says why. */
export function leavePage(onSignedOut: (reason: string) => void): Promise<void> {
  return signOut().then(
    () => onSignedOut(''),
    (error: unknown) => onSignedOut(String(error)),
  );
}
