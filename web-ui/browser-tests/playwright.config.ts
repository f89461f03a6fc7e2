import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from '@playwright/test';

const target = fileURLToPath(new URL('../target/', import.meta.url));
const installed = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

function chromium(): string {
  const found = [process.env['THOR_CHROMIUM'] ?? '', ...installed].find(existsSync);
  if (!found) {
    throw new Error(
      'There is no Chromium: install it, on Debian by: apt-get install chromium, or name one in THOR_CHROMIUM.',
    );
  }
  return found;
}

/** What measures the page wants the machine for itself: THOR_TEST_ALONE runs it, THOR_TEST_LONG the long form too. */
function leftOut(): RegExp {
  if (process.env['THOR_TEST_LONG']) {
    return /(?!)/;
  }
  return process.env['THOR_TEST_ALONE'] ? /@long/ : /@long|@alone/;
}

export default defineConfig({
  testDir: '.',
  // Pictures for the documents are taken where a folder for them is named.
  testIgnore: process.env['THOR_TEST_IMAGES'] ? [] : ['images.spec.ts'],
  outputDir: `${target}browser-tests`,
  // All tests share one server, and some end it or change its stages.
  workers: 1,
  fullyParallel: false,
  maxFailures: 5,
  forbidOnly: true,
  timeout: 30_000,
  grepInvert: leftOut(),
  expect: { timeout: 10_000 },
  reporter: [
    ['list'],
    ['junit', { outputFile: process.env['THOR_TEST_PAGES_REPORT'] ?? `${target}browser-tests/TEST-pages.xml` }],
  ],
  use: {
    browserName: 'chromium',
    launchOptions: { executablePath: chromium() },
    viewport: { width: 1280, height: 900 },
    // With what was on the page at each step, but no film: that costs as much as the pages themselves.
    trace: { mode: 'retain-on-failure', screenshots: false },
    screenshot: 'only-on-failure',
    actionTimeout: 10_000,
  },
});
