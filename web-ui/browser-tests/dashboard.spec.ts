import { expect, signIn, test } from './fixtures';
import { drawnFromMs, looks, watchPanel } from './panel-watch';

const FIGURE = /\d\.\d\d/;

test('refuses a wrong password in words, and lets the right one in', async ({ page }) => {
  await page.goto('/');
  await page.getByLabel('User').fill('trader');
  await page.getByLabel('Password').fill('something else');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('alert')).toHaveText(/\w+/);

  await signIn(page, 'trader');
  await page.reload();
  await expect(page.getByRole('button', { name: 'Sign out' })).toBeVisible();
});

test('shows live data on both paths and finds them equal', async ({ trader }) => {
  await expect(trader.locator('#connection')).toHaveAttribute('data-state', 'open');
  await expect(trader.locator('.account')).toHaveAttribute('data-source', 'WebSocket');
  await expect(trader.locator('.positions')).toHaveAttribute('data-source', 'REST (Shadow)');
  await expect(trader.locator('.account dd').first()).toHaveText(FIGURE);
  await expect(trader.locator('.positions td').first()).toHaveText(FIGURE);
  await expect(trader.locator('.market .phase').first()).toHaveText(/Open|Closed|Preopen|Preclose|Break/i);
  await expect(trader.locator('[data-fact="Last"] dd')).toHaveText(FIGURE);

  await trader.locator('#shadow-monitor summary').click();
  await expect(trader.locator('tr[data-feature="positions"]')).toContainText(/[1-9]\d* equal/, { timeout: 20_000 });
  await expect(trader.locator('#shadow-monitor')).toHaveAttribute('data-confirmed', '0');
});

test('draws a feature that is rolled back from REST within two seconds, without reload or flicker', async ({
  trader,
  operator,
}) => {
  const panel = trader.locator('.account');
  await expect(panel).toHaveAttribute('data-source', 'WebSocket');
  await expect(panel.locator('dd').first()).toHaveText(FIGURE);
  await watchPanel(trader, '.account');

  const ordered = Date.now();
  await operator.order('account_balance', 'rollback');
  await expect(panel).toHaveAttribute('data-source', 'REST (Shadow)');

  expect((await drawnFromMs(trader, 'REST (Shadow)', ordered)) - ordered).toBeLessThan(2000);
  const seen = await looks(trader);
  expect(seen.filter(({ text }) => !FIGURE.test(text))).toEqual([]);
  expect(new Set(seen.map(({ height }) => height)).size).toBe(1);
  expect(await operator.stage('account_balance')).toBe('SHADOW');
});

test('goes on from REST while a feature is off, and receives it again in shadow', async ({ trader, operator }) => {
  const row = trader.locator('tr[data-feature="positions"]');
  await trader.locator('#shadow-monitor summary').click();
  await expect(row).toContainText('SHADOW');
  await watchPanel(trader, '.positions');

  await operator.killAll();
  await expect(row).toContainText('OFF', { timeout: 2000 });
  await expect(trader.locator('.positions')).toHaveAttribute('data-source', 'REST (Shadow)');
  await operator.resumeAll();
  await expect(row).toContainText('SHADOW', { timeout: 2000 });

  expect((await looks(trader)).filter(({ text }) => !FIGURE.test(text))).toEqual([]);
});

test('does not begin a canary while the gate holds', async ({ operator }) => {
  const answer = await operator.try('positions', 'advance', { accounts: ['ACC-1001'] });
  expect(answer.status()).toBe(409);
  expect(await answer.text()).toContain('no rollback drill yet');
});
