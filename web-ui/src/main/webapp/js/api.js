/** Requests to Thor's REST interface, same origin, with the session's cookie. */

const TIMEOUT_MS = 10_000;

/** The server does not know this session (any more). */
export class SignedOut extends Error {}

/** The server answered with a problem, or not at all; the message is for the user. */
export class RequestFailed extends Error {
  constructor(status, message) {
    super(message);
    this.status = status;
  }
}

/**
 * Sends one request.
 *
 * @returns {Promise<{status: number, headers: Headers, text: string, json: any}>} `json` is null
 *   for 204 and 304
 * @throws {SignedOut} for 401
 * @throws {RequestFailed} for every other failure; status 0 when there was no answer
 */
export async function request(method, path, { body, headers = {} } = {}) {
  const { response, text } = await send(path, {
    method,
    headers: { Accept: "application/json", ...(body && { "Content-Type": "application/json" }), ...headers },
    body: body && JSON.stringify(body),
    cache: "no-store",
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  if (response.status === 401) {
    throw new SignedOut(problemText(text) || "Sign in first.");
  }
  if (!response.ok && response.status !== 304) {
    throw new RequestFailed(response.status, problemText(text) || `${path} answered ${response.status}.`);
  }
  return { status: response.status, headers: response.headers, text, json: parse(path, response.status, text) };
}

async function send(path, options) {
  try {
    const response = await fetch(path, options);
    return { response, text: await response.text() };
  } catch (error) {
    const what = error.name === "TimeoutError" ? "gave no answer in time" : "cannot be reached";
    throw new RequestFailed(0, `The server ${what}.`);
  }
}

function parse(path, status, text) {
  if (text === "") {
    return null;
  }
  try {
    return JSON.parse(text);
  } catch {
    throw new RequestFailed(status, `${path} did not answer with JSON.`);
  }
}

/** The words of an application/problem+json answer; empty when it is none. */
function problemText(text) {
  try {
    const problem = JSON.parse(text);
    return problem.detail ?? problem.title ?? "";
  } catch {
    return "";
  }
}
