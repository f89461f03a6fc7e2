import { expectAccessible } from './accessibility';
import { expect, test } from './fixtures';
import { PASSWORDS } from './thor-server';

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [1280, 390]) {
    test.describe(`${colorScheme}, ${width} px`, () => {
      test.use({ colorScheme, viewport: { width, height: 900 } });

      test('axe finds nothing serious on the dashboard', async ({ trader }) => {
        await expect(trader.locator('.positions td').first()).toBeVisible();
        await trader.locator('#shadow-monitor summary').click();
        await expectAccessible(trader);
      });
    });
  }
}

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme, viewport: { width: 390, height: 900 } });

    test('every example runs, and axe finds nothing serious', async ({ trader }) => {
      await trader.goto('/examples/');
      const live = (title: string) => trader.getByRole('group', { name: `${title}, live` });
      await expect(live('A component on a feature')).toContainText(/-?\d+\.\d\d from /);
      await expect(live('Beside code that polls')).toContainText(/pushed|The old code polls/);
      await expect(live('How far the cutover is')).toContainText('the connection is open');
      await expect(live('Without React')).toContainText(/ is (OPEN|CLOSED|[A-Z_]+), from /);
      await expect(live('Without a library')).toContainText(/market_status \d+/);
      await expectAccessible(trader);
    });
  });
}

test('axe finds nothing serious in the form', async ({ page }) => {
  await page.goto('/');
  await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible();
  await expectAccessible(page);
});

test('the keyboard alone signs in, scrolls the chart, opens the monitor and signs out', async ({ page }) => {
  await page.goto('/');
  await expect(page.getByLabel('User')).toBeVisible();
  await page.keyboard.press('Tab');
  await page.keyboard.type('trader');
  await page.keyboard.press('Tab');
  await page.keyboard.type(PASSWORDS.trader);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Sign out' })).toBeVisible();
  await expect(page.locator('.positions td').first()).toBeVisible();

  const reached: string[] = [];
  for (let tab = 0; tab < 30 && reached.at(-1) !== 'SUMMARY'; tab++) {
    await page.keyboard.press('Tab');
    reached.push(
      await page.evaluate(() => {
        const { tagName = '', textContent = '' } = document.activeElement ?? {};
        return tagName === 'BUTTON' || tagName === 'A' ? textContent : tagName;
      }),
    );
  }
  expect(reached).toEqual(
    expect.arrayContaining(['Skip to the data', 'SELECT', 'Sign out', '← Earlier', 'DIV', 'SUMMARY']),
  );
  await page.keyboard.press('Enter');
  await expect(page.locator('#shadow-monitor')).toHaveAttribute('open');

  await page.getByRole('button', { name: 'Sign out' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible();
});
