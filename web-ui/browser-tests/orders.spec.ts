import type { BrowserContext } from '@playwright/test';
import { expectAccessible } from './accessibility';
import { ConsolePage } from './console-page';
import { enter, expect, test } from './fixtures';
import { pressByKey, tabTo, typeByKey } from './keyboard';
import { drawnFromMs, looks, watchPanel } from './panel-watch';
import type { ThorServer, User } from './thor-server';

const FEATURES = ['account_balance', 'positions', 'intraday', 'global_market'];
const FEATURE = 'positions';
const PANEL = '.positions';
const FIGURE = /\d\.\d\d/;
const SWITCH_LIMIT_MS = 2000;

test('every order by keyboard: up with a second person while a trader looks on, down at once, and off', async ({
  browser,
  thor,
  trader,
}) => {
  test.setTimeout(400_000);
  const own = () => browser.newContext({ baseURL: thor.url });
  const [first, second] = [await own(), await own()];
  const operator = await consoleOf(first, thor, 'operator');
  const panel = trader.locator(PANEL);
  await expect(panel.locator('td').first()).toHaveText(FIGURE);
  await watchPanel(trader, PANEL);

  expect(await operator.order(FEATURE, 'Drill')).toContain('✓');
  await operator.gatePasses(FEATURE, 'CANARY');
  expect(await operator.order(FEATURE, 'Advance', 'ACC-1001')).toContain('✓ positions is CANARY ACC-1001');
  await expect(panel).toHaveAttribute('data-source', 'WebSocket');
  const raisedMs = (await drawnFromMs(trader, 'WebSocket')) - operator.orderedAtMs;

  await operator.gatePasses(FEATURE, 'LIVE');
  expect(await operator.order(FEATURE, 'Advance')).toContain("✓ positions waits for a second operator's approval");
  await expect(operator.card(FEATURE)).toContainText('operator asked for LIVE');
  expect(await operator.order(FEATURE, 'Approve')).toContain('✕');
  const admin = await consoleOf(second, thor, 'admin');
  expect(await admin.order(FEATURE, 'Approve')).toContain('✓ positions is LIVE');
  await expect(panel).toHaveAttribute('data-source', 'WebSocket');

  await expect(operator.card(FEATURE).locator('.stage')).toHaveText('LIVE');
  expect(await operator.order(FEATURE, 'Rollback')).toContain('✓ positions is SHADOW ROLLED_BACK');
  await expect(panel).toHaveAttribute('data-source', 'REST (Shadow)');
  const loweredMs = (await drawnFromMs(trader, 'REST (Shadow)', operator.orderedAtMs)) - operator.orderedAtMs;
  expect(await operator.order(FEATURE, 'Acknowledge')).toContain('✓');

  expect(await operator.kill()).toContain('✓ All features are OFF');
  for (const feature of FEATURES) {
    expect(await operator.order(feature, 'Resume')).toContain(`✓ ${feature} is SHADOW`);
  }

  expect(Math.max(raisedMs, loweredMs)).toBeLessThan(SWITCH_LIMIT_MS);
  const seen = await looks(trader);
  expect(seen.filter(({ text }) => !FIGURE.test(text))).toEqual([]);
  expect(new Set(seen.map(({ height }) => height)).size).toBe(1);
  await typeByKey(operator.page, operator.page.getByLabel('Search'), 'console rehearsal');
  const verbs = await operator.page.locator('#audit tbody td:nth-child(4)').allInnerTexts();
  expect(verbs).toEqual(expect.arrayContaining(['advance', 'approve', 'rollback', 'acknowledge', 'kill', 'resume']));
  await first.close();
  await second.close();
});

test('changes a day of a calendar and takes it back, and a day that cannot be is said to be so', async ({
  context,
  page,
  thor,
}) => {
  const console = await consoleOf(context, thor, 'operator');
  const calendar = console.page.locator('#calendar');
  const { market, date } = venueFarFromMidnight();
  await tabTo(page, calendar.getByLabel('Market'));
  await calendar.getByLabel('Market').selectOption(market);
  await expect(calendar).toContainText(`${market} follows its calendar on every day`);

  await pressByKey(page, calendar.getByRole('button', { name: 'Change a day' }));
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Date').fill(date);
  await expect(dialog).toContainText(`${market} is closed all day on ${date}`);
  await expectAccessible(page);
  await typeByKey(page, dialog.getByLabel('Code'), 'Storm');
  await typeByKey(page, dialog.getByLabel('As the notice calls it'), 'Typhoon');
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('status')).toContainText("reason is 'Storm'; give a code such as storm");

  await dialog.getByLabel('Code').fill('storm');
  await pressByKey(page, dialog.getByRole('button', { name: 'Confirm' }));
  await expect(dialog.getByRole('status')).toContainText('✓');
  await page.keyboard.press('Escape');
  await expect(calendar).toContainText('is closed now, storm');
  await expect(calendar.getByRole('row', { name: date })).toContainText('Typhoon');

  await pressByKey(page, calendar.getByRole('button', { name: `Remove ${date}` }));
  await expect(dialog).toContainText('It will follow its calendar again');
  await expectAccessible(page);
  await pressByKey(page, dialog.getByRole('button', { name: 'Confirm' }));
  await expect(dialog.getByRole('status')).toContainText('✓');
  await page.keyboard.press('Escape');
  await expect(calendar).toContainText(`${market} follows its calendar on every day`);
  await expect(calendar).not.toContainText('is closed now, storm');
});

test('a day gets other hours, with a break', async ({ context, page, thor }) => {
  const { page: console } = await consoleOf(context, thor, 'operator');
  const calendar = console.locator('#calendar');
  await calendar.getByLabel('Market').selectOption('XTKS');
  await calendar.getByRole('button', { name: 'Change a day' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Date').fill('2026-01-09');
  await dialog.getByLabel('The market is').selectOption('open at other times');
  await expectAccessible(page);
  for (const [label, value] of [
    ['Opens', '12:00'],
    ['Closes', '10:00'],
    ['Code', 'special'],
    ['As the notice calls it', 'Notice 12'],
  ] as const) {
    await dialog.getByLabel(label).fill(value);
  }
  await dialog.getByRole('button', { name: 'Confirm' }).click();
  await expect(dialog.getByRole('status')).toContainText("close is '10:00'; give a time after the one before it");

  await dialog.getByLabel('Opens').fill('09:00');
  await dialog.getByLabel('Closes').fill('15:00');
  await dialog.getByLabel('Break from').fill('11:30');
  await dialog.getByLabel('Break until').fill('12:30');
  await dialog.getByRole('button', { name: 'Confirm' }).click();
  await expect(dialog.getByRole('status')).toContainText('✓');
  await page.keyboard.press('Escape');
  await expect(calendar.getByRole('row', { name: '2026-01-09' })).toContainText('09:00 to 15:00, break 11:30 to 12:30');

  await calendar.getByRole('button', { name: 'Remove 2026-01-09' }).click();
  await dialog.getByRole('button', { name: 'Confirm' }).click();
  await expect(dialog.getByRole('status')).toContainText('✓');
});

async function consoleOf(context: BrowserContext, thor: ThorServer, user: User): Promise<ConsolePage> {
  await enter(context, thor, user);
  const console = new ConsolePage(context.pages()[0] ?? (await context.newPage()));
  await console.open();
  return console;
}

/** A market whose day does not end while the test runs, and its day. */
function venueFarFromMidnight(): { readonly market: string; readonly date: string } {
  const venues = { XNYS: 'America/New_York', XTKS: 'Asia/Tokyo', XLON: 'Europe/London' };
  const local = Object.entries(venues).map(([market, timeZone]) => {
    const [date = '', hour = ''] = new Date().toLocaleString('sv-SE', { timeZone }).split(/[ :]/);
    return { market, date, hour: Number(hour) };
  });
  const [found] = local.filter(({ hour }) => hour > 0 && hour < 23);
  if (!found) {
    throw new Error('It cannot be midnight at all venues.');
  }
  return found;
}
