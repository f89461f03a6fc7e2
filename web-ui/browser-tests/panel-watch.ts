import type { Page } from '@playwright/test';

/** What a panel looked like in one frame of the screen. */
export interface Look {
  readonly atMs: number;
  readonly source: string;
  readonly text: string;
  readonly height: number;
}

declare global {
  interface Window {
    looks?: { atMs: number; source: string; text: string; height: number }[];
  }
}

/** Notes from now on, in each frame, how a panel looks. */
export async function watchPanel(page: Page, selector: string): Promise<void> {
  await page.evaluate((wanted) => {
    const looks: NonNullable<Window['looks']> = [];
    window.looks = looks;
    const look = () => {
      const panel = document.querySelector<HTMLElement>(wanted);
      const source = panel?.dataset['source'] ?? '';
      const text = panel?.querySelector('.panel-body')?.textContent ?? '';
      const height = panel?.getBoundingClientRect().height ?? 0;
      looks.push({ atMs: Date.now(), source, text, height });
      requestAnimationFrame(look);
    };
    look();
  }, selector);
}

export function looks(page: Page): Promise<readonly Look[]> {
  return page.evaluate(() => window.looks ?? []);
}

/** When a panel was first drawn from a path, after a moment. Waits for the frame in which it is. */
export async function drawnFromMs(page: Page, path: string, afterMs = 0): Promise<number> {
  const drawn = await page.waitForFunction(
    ([wanted, after]) => window.looks?.find(({ source, atMs }) => source === wanted && atMs >= after)?.atMs,
    [path, afterMs] as const,
  );
  return (await drawn.jsonValue()) ?? Infinity;
}
