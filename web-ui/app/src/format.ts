/** Text for people. What is not known is a dash. */

export const DASH = '–';

const formats = new Map<string, Intl.NumberFormat>();

function numberFormat(least: number, most: number): Intl.NumberFormat {
  const key = `${least}-${most}`;
  const format =
    formats.get(key) ?? new Intl.NumberFormat('en-US', { minimumFractionDigits: least, maximumFractionDigits: most });
  formats.set(key, format);
  return format;
}

/** With a fixed count of decimals. */
export function decimal(value: number | undefined, digits: number): string {
  return value === undefined ? DASH : numberFormat(digits, digits).format(value).replace('-', '−');
}

/** With as many decimals as it needs, up to eight. */
export function quantity(value: number | undefined): string {
  return value === undefined ? DASH : numberFormat(0, 8).format(value).replace('-', '−');
}

/** The sign is always there, so that colour is not needed to see it. */
export function signed(value: number | undefined, digits: number): string {
  return value !== undefined && value > 0 ? `+${decimal(value, digits)}` : decimal(value, digits);
}

/** Such as `4 s`, `12 min`, `3 h`. */
export function age(ms: number | undefined): string {
  if (ms === undefined) {
    return DASH;
  }
  const seconds = Math.floor(ms / 1000);
  if (seconds < 120) {
    return `${seconds} s`;
  }
  return seconds < 7200 ? `${Math.floor(seconds / 60)} min` : `${Math.floor(seconds / 3600)} h`;
}

/** From now until then: `2 d 03:04:05` or `03:04:05`; never below zero. */
export function countdown(until: string, nowMs: number): string {
  const total = Math.max(0, Math.round((Date.parse(until) - nowMs) / 1000));
  const days = Math.floor(total / 86_400);
  const time = [Math.floor(total / 3600) % 24, Math.floor(total / 60) % 60, total % 60]
    .map((part) => String(part).padStart(2, '0'))
    .join(':');
  return days > 0 ? `${days} d ${time}` : time;
}

/** What a protocol name is called on a page: `global_market` is `Global market`. */
export function title(name: string): string {
  const words = name.replaceAll('_', ' ').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Words of the server, with the moments in them to the second. */
export function toTheSecond(words: string): string {
  return words.replaceAll(/(T\d\d:\d\d:\d\d)\.\d+Z/g, '$1Z');
}
