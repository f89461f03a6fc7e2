import type { Locator, Page } from '@playwright/test';
import { expectAccessible } from './accessibility';
import { enter, expect, test } from './fixtures';

test.beforeEach(async ({ context, page, thor }) => {
  await enter(context, thor, 'operator');
  await page.goto('/console/');
  await expect(page.locator('.card')).toHaveCount(4);
});

test('pauses and resumes with a reason, and the audit has both', async ({ page }) => {
  const card = page.locator('[data-feature="global_market"].card');
  await order(page, card.getByRole('button', { name: 'Pause' }), 'a look at the opening');
  await expect(card.locator('.stage-badges')).toContainText('Paused');
  await expect(card.getByRole('button', { name: 'Advance' })).toHaveCount(0);

  await order(page, card.getByRole('button', { name: 'Resume' }), 'the opening was fine');
  await expect(card.locator('.stage-badges')).not.toContainText('Paused');
  await page.getByLabel('Search').fill('global_market opening resume');
  const rows = page.locator('#audit tbody tr');
  await expect(rows).toHaveCount(1);
  await expect(rows).toContainText('the opening was fine');
  await expect(rows).toContainText('console');

  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save CSV' }).click();
  expect((await saving).suggestedFilename()).toBe('audit.csv');
});

test('says in words why the gate holds, before and after the order', async ({ page }) => {
  const card = page.locator('[data-feature="global_market"].card');
  await expect(card.locator('.gates')).toContainText('Gate to CANARY: holds');
  await card.getByRole('button', { name: 'Advance' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('the server will refuse this');
  await dialog.getByLabel('Accounts').fill('ACC-1001');
  await dialog.getByLabel('Reason').fill('rehearsal');
  await dialog.getByRole('button', { name: 'Confirm' }).click();
  await expect(dialog.getByRole('status')).toContainText(/\w+/);
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
});

test('shows what changed when somebody else was faster', async ({ page, operator }) => {
  const card = page.locator('[data-feature="global_market"].card');
  await card.getByRole('button', { name: 'Advance' }).click();
  const dialog = page.getByRole('dialog');
  await operator.order('global_market', 'pause');
  await dialog.getByLabel('Reason').fill('rehearsal');
  await dialog.getByRole('button', { name: 'Confirm' }).click();
  await expect(dialog.getByRole('table')).toContainText('PAUSED');
  await dialog.getByRole('button', { name: 'I have seen this' }).click();
  await expect(dialog.getByRole('button', { name: 'Confirm' })).toBeVisible();
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await operator.order('global_market', 'resume');
});

test('stays where it is when it is loaded anew, and axe finds nothing serious', async ({ page }) => {
  await page.goto('/console');
  await expect(page.getByRole('heading', { name: 'Cutover console' })).toBeVisible();
  await page.reload();
  await expect(page.locator('.card')).toHaveCount(4);
  await expectAccessible(page);
  await page.setViewportSize({ width: 390, height: 900 });
  await page.emulateMedia({ colorScheme: 'dark' });
  await expectAccessible(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
});

test('gives no order to a trader', async ({ context, page, thor }) => {
  await context.clearCookies();
  await enter(context, thor, 'trader');
  await page.goto('/console/');
  await expect(page.locator('main')).toContainText('for operators and viewers');
  await expect(page.locator('.card')).toHaveCount(0);
});

/** Opens a dialog by the keyboard, gives the reason and confirms. */
async function order(page: Page, button: Locator, reason: string): Promise<void> {
  await button.focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Reason').focus();
  await page.keyboard.type(reason);
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('status')).toContainText('✓');
  await page.keyboard.press('Escape');
}
