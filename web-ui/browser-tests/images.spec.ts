import { writeFileSync } from 'node:fs';
import type { BrowserContext, Page } from '@playwright/test';
import { enter, expect, test } from './fixtures';
import type { User } from './thor-server';

const folder = process.env['THOR_TEST_IMAGES'] ?? '';

const QUALITY = 0.8;

interface Shot {
  readonly name: string;
  readonly path: string;
  readonly user?: User;
  readonly ready: (page: Page) => Promise<void>;
}

const SHOTS: readonly Shot[] = [
  {
    name: 'sign-in',
    path: '/',
    ready: (page) => expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible(),
  },
  {
    name: 'dashboard',
    path: '/',
    user: 'trader',
    ready: async (page) => {
      await expect(page.locator('.positions td').first()).toBeVisible();
      await expect(page.getByText('Waiting for the first figures…')).toHaveCount(0);
      await page.locator('#shadow-monitor summary').click();
      await expect(page.locator('tr[data-feature="positions"]')).toContainText(/[1-9]\d* equal/);
    },
  },
  {
    name: 'console',
    path: '/console/',
    user: 'operator',
    ready: async (page) => {
      await expect(page.locator('.card')).toHaveCount(4);
      await expect(page.locator('#live-log .log p').nth(2)).toBeVisible();
      await expect(page.locator('.requests').first()).toContainText('to draw,', { timeout: 20_000 });
    },
  },
  {
    name: 'examples',
    path: '/examples/',
    user: 'trader',
    ready: (page) =>
      expect(page.getByRole('group', { name: 'Without a library, live' })).toContainText(/market_status \d+/),
  },
];

for (const { name, path, user, ready } of SHOTS) {
  for (const colorScheme of ['light', 'dark'] as const) {
    for (const width of [1280, 390]) {
      test(`a picture of ${name}, ${colorScheme}, ${width} px`, async ({ browser, thor }) => {
        const context = await browser.newContext({ colorScheme, viewport: { width, height: 900 }, baseURL: thor.url });
        if (user) {
          await enter(context, thor, user);
        }
        const page = await context.newPage();
        await page.goto(path);
        await ready(page);
        const png = await page.screenshot({ fullPage: true });
        writeFileSync(`${folder}/${name}-${width}-${colorScheme}.webp`, await asWebp(context, png));
        await context.close();
      });
    }
  }
}

/** The browser is at hand, and draws as WebP what it has taken as PNG. */
async function asWebp(context: BrowserContext, png: Buffer): Promise<Buffer> {
  const page = await context.newPage();
  const bytes = await page.evaluate(
    async ([source, quality]) => {
      const bitmap = await createImageBitmap(await (await fetch(source)).blob());
      const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
      canvas.getContext('2d')?.drawImage(bitmap, 0, 0);
      const webp = await canvas.convertToBlob({ type: 'image/webp', quality });
      return [...new Uint8Array(await webp.arrayBuffer())];
    },
    [`data:image/png;base64,${png.toString('base64')}`, QUALITY] as const,
  );
  return Buffer.from(bytes);
}
