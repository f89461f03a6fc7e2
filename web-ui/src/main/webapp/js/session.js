/** Who is signed in. The token stays in a cookie that no script can read. */
import { request, SignedOut } from "./api.js";

/** @returns {Promise<{username: string, roles: string[]} | null>} null when nobody is */
export async function currentUser() {
  try {
    return (await request("GET", "/api/session")).json;
  } catch (error) {
    if (error instanceof SignedOut) {
      return null;
    }
    throw error;
  }
}

export async function signIn(username, password) {
  return (await request("POST", "/api/session", { body: { username, password } })).json;
}

export async function signOut() {
  await request("DELETE", "/api/session");
}

/**
 * Lets the session last on while the page is open: asks for more when half of its time is over.
 *
 * @param {number} expiresIn seconds
 * @returns {() => void} stops it
 */
export function keepSignedIn(expiresIn, onSignedOut) {
  let timer = setTimeout(refresh, (expiresIn * 1000) / 2);

  async function refresh() {
    try {
      const { json } = await request("POST", "/api/session/refresh");
      expiresIn = json.expires_in;
      timer = setTimeout(refresh, Math.max(1000, (expiresIn * 1000) / 2));
    } catch (error) {
      if (error instanceof SignedOut) {
        onSignedOut(error.message);
      } else {
        timer = setTimeout(refresh, 10_000);
      }
    }
  }

  return () => clearTimeout(timer);
}
