import { enter, expect, test } from './fixtures';
import { plainClient, runPlainClient } from './plain-client';

const TYPES = ['account_balance', 'positions', 'intraday_bar', 'vwap_update', 'market_status', 'heartbeat'];

// These end the server and change how it starts, so they stand last and in order.
test.describe.configure({ mode: 'serial' });

test('a killed server: stale meanwhile, whole again afterwards, and the plain client too', async ({
  trader,
  context,
  thor,
}) => {
  test.setTimeout(240_000);
  const plain = await context.newPage();
  await plain.goto('/error.html');
  await runPlainClient(plain);
  await expect
    .poll(async () => Object.keys((await plainClient(plain))?.counts ?? {}))
    .toEqual(expect.arrayContaining(TYPES));
  await expect(trader.locator('.positions')).toHaveAttribute('data-source', 'REST (Shadow)');
  await trader.evaluate(() => (document.body.dataset['loaded'] = 'once'));

  await thor.kill();
  await expect(trader.locator('#connection')).not.toHaveAttribute('data-state', 'open');
  await expect(trader.locator('.account')).toHaveAttribute('data-stale', 'true', { timeout: 20_000 });
  await expect(trader.locator('.account dd').first()).toHaveText(/\d\.\d\d/);

  await thor.start({ WS_FEATURE_POSITIONS: 'true' }, { 'thor.security.session-seconds': '10' });
  await expect(trader.locator('#connection')).toHaveAttribute('data-state', 'open', { timeout: 30_000 });
  await expect(trader.locator('.account')).toHaveAttribute('data-stale', 'false', { timeout: 20_000 });
  await expect(trader.locator('.positions')).toHaveAttribute('data-source', 'WebSocket');
  expect(await trader.evaluate(() => document.body.dataset['loaded'])).toBe('once');

  await expect.poll(async () => (await plainClient(plain))?.opened, { timeout: 20_000 }).toBe(2);
  expect((await plainClient(plain))?.unreadable).toBe(0);
});

test('a token that ends is refreshed, and nobody has to sign in again', async ({ page, context, thor }) => {
  await enter(context, thor, 'trader');
  const refreshes: number[] = [];
  page.on('response', (answer) => {
    if (answer.url().endsWith('/api/session/refresh')) {
      refreshes.push(answer.status());
    }
  });
  await page.goto('/');
  const began = Date.now();
  await expect(page.locator('#connection')).toHaveAttribute('data-state', 'open');

  // The second refresh is only possible because the first one was: the token lasts ten seconds.
  await expect.poll(() => refreshes, { timeout: 20_000 }).toEqual([200, 200]);
  expect(Date.now() - began).toBeGreaterThan(10_000);
  await expect(page.locator('#connection')).toHaveAttribute('data-state', 'open');
  await expect(page.getByRole('button', { name: 'Sign out' })).toBeVisible();
});
