import {
  test as base,
  expect,
  request as apiRequest,
  type APIRequestContext,
  type BrowserContext,
  type Page,
} from '@playwright/test';
import { PASSWORDS, ThorServer, type User } from './thor-server';

interface PerTest {
  /** A page of a trader who has signed in by the form. */
  readonly trader: Page;
  /** REST as the operator. */
  readonly operator: Operator;
}

export interface PerWorker {
  /** Two features start as LIVE and two as SHADOW. */
  readonly thor: ThorServer;
}

const FEATURES = ['account_balance', 'positions', 'intraday', 'global_market'];

/** What an operator orders, by REST. */
export class Operator {
  readonly #request: APIRequestContext;

  constructor(request: APIRequestContext) {
    this.#request = request;
  }

  /** Gives an order that must succeed. */
  async order(feature: string, verb: string): Promise<void> {
    const answer = await this.try(feature, verb);
    expect(answer.status(), await answer.text()).toBe(200);
  }

  /** Gives an order with the present revision. */
  async try(feature: string, verb: string, more: Readonly<Record<string, unknown>> = {}) {
    const seen = (await (await this.#request.get(`/api/cutover/${feature}`)).json()) as { revision: number };
    return this.#request.post(`/api/cutover/${feature}/${verb}`, {
      data: { reason: 'rehearsal', ...more },
      headers: { 'If-Match': `"${seen.revision}"` },
    });
  }

  async killAll(): Promise<void> {
    const answer = await this.#request.post('/api/cutover/kill', { data: { reason: 'rehearsal' } });
    expect(answer.status(), await answer.text()).toBe(200);
  }

  /** Brings all features from OFF to SHADOW. */
  async resumeAll(): Promise<void> {
    for (const feature of FEATURES) {
      await this.order(feature, 'resume');
    }
  }

  async stage(feature: string): Promise<string> {
    const seen = (await (await this.#request.get(`/api/cutover/${feature}`)).json()) as { stage: string };
    return seen.stage;
  }
}

export const test = base.extend<PerTest, PerWorker>({
  thor: [
    // eslint-disable-next-line no-empty-pattern -- the first argument names what a fixture needs
    async ({}, use) => {
      const server = await ThorServer.start({ WS_FEATURE_ACCOUNT_BALANCE: 'true', WS_FEATURE_INTRADAY: 'true' });
      await use(server);
      await server.close();
    },
    { scope: 'worker', timeout: 150_000 },
  ],
  baseURL: async ({ thor }, use) => use(thor.url),
  page: async ({ page }, use) => {
    const errors: string[] = [];
    page.on('pageerror', ({ message }) => errors.push(message));
    await use(page);
    expect(errors, 'errors that nobody caught, which blank a page').toEqual([]);
  },
  trader: async ({ page }, use) => {
    await signIn(page, 'trader');
    await use(page);
  },
  operator: async ({ thor }, use) => {
    const request = await programOf(thor, 'operator');
    await use(new Operator(request));
    await request.dispose();
  },
});

export { expect };

/** Signs in by the form at a path. */
export async function signIn(page: Page, user: User, path = '/'): Promise<void> {
  await page.goto(path);
  await page.getByLabel('User').fill(user);
  await page.getByLabel('Password').fill(PASSWORDS[user]);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('button', { name: 'Sign out' })).toBeVisible();
}

/** Gives a context's pages the cookie of a user, without the form. */
export async function enter(context: BrowserContext, thor: ThorServer, user: User): Promise<void> {
  const request = context.request;
  const answer = await request.post(`${thor.url}/api/session`, {
    data: { username: user, password: PASSWORDS[user] },
    headers: { Origin: thor.url },
  });
  expect(answer.status(), await answer.text()).toBe(200);
}

/** REST as a user, with the token that programs get. */
async function programOf(thor: ThorServer, user: User): Promise<APIRequestContext> {
  const form = await apiRequest.newContext({ baseURL: thor.url });
  const answer = await form.post('/api/session', { data: { username: user, password: PASSWORDS[user] } });
  expect(answer.status(), await answer.text()).toBe(200);
  const { token } = (await answer.json()) as { token: string };
  await form.dispose();
  return apiRequest.newContext({ baseURL: thor.url, extraHTTPHeaders: { Authorization: `Bearer ${token}` } });
}
