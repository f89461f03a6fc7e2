import { writeFileSync } from 'node:fs';

const MINUTE_MS = 60_000;
const FIRST_PRICE = 800;

/** Writes trades of so many minutes that end now, two a minute, as a CSV file that the server replays. */
export function writeTrades(path: string, minutes: number): void {
  const firstMs = Math.floor(Date.now() / MINUTE_MS - minutes) * MINUTE_MS;
  const rows = Array.from({ length: minutes * 2 }, (_, trade) => {
    const time = new Date(firstMs + (trade * MINUTE_MS) / 2).toISOString();
    const price = FIRST_PRICE + 40 * Math.sin(trade / 97) + (trade % 7) / 4;
    return `${time},BTC-USD,${price.toFixed(2)},0.${(trade % 9) + 1}`;
  });
  writeFileSync(path, `time,symbol,price,quantity\n${rows.join('\n')}\n`);
}
