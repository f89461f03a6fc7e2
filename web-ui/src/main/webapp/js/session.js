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
