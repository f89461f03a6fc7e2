import type { Page } from '@playwright/test';

declare global {
  interface Window {
    plain?: { counts: Record<string, number>; opened: number; unreadable: number };
  }
}

/** The first version's client: connects, routes by type, comes back with a growing delay, and says nothing. */
export async function runPlainClient(page: Page): Promise<void> {
  await page.evaluate(() => {
    const plain: NonNullable<Window['plain']> = { counts: {}, opened: 0, unreadable: 0 };
    window.plain = plain;
    let delayMs = 500;
    const count = (type: string) => (plain.counts[type] = (plain.counts[type] ?? 0) + 1);
    const routes: Record<string, () => void> = {};
    for (const type of ['account_balance', 'positions', 'intraday_bar', 'vwap_update', 'market_status', 'heartbeat']) {
      routes[type] = () => count(type);
    }
    const connect = () => {
      const socket = new WebSocket(`ws://${location.host}/ws/`);
      socket.onopen = () => {
        plain.opened++;
        delayMs = 500;
      };
      socket.onmessage = ({ data }: MessageEvent<string>) => {
        try {
          const { type } = JSON.parse(data) as { type: string; data: unknown };
          routes[type]?.();
        } catch {
          plain.unreadable++;
        }
      };
      socket.onclose = () => {
        setTimeout(connect, delayMs);
        delayMs = Math.min(delayMs * 2, 4000);
      };
    };
    connect();
  });
}

export function plainClient(page: Page): Promise<Window['plain']> {
  return page.evaluate(() => window.plain);
}
