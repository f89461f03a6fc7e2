/**
 * JSON whose numbers keep every digit. A number is a text that begins with `n`, a text and a key begin with `s`: a
 * double cannot tell apart all the decimals that Java writes.
 */
export type Exact = string | boolean | null | readonly Exact[] | { readonly [key: string]: Exact };

const TOKEN = /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;
const NUMBER = /^n(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/;

/** Beyond this a number is only compared as it is written. */
const MOST_DIGITS = 400;

/** Reads JSON exactly. Errors: SyntaxError when it is none. */
export function readExact(json: string): Exact {
  JSON.parse(json);
  return JSON.parse(json.replace(TOKEN, tag)) as Exact;
}

function tag(token: string): string {
  return token.startsWith('"') ? `"s${token.slice(1)}` : `"n${token}"`;
}

export function isNumber(value: Exact | undefined): value is string {
  return typeof value === 'string' && value.startsWith('n');
}

/** As it was written, for people. */
export function written(value: Exact | undefined): string {
  if (value === undefined) {
    return 'missing';
  }
  return typeof value === 'string' ? value.slice(1) : JSON.stringify(value, untagged).slice(0, 200);
}

function untagged(_key: string, value: Exact): unknown {
  if (typeof value === 'string') {
    return value.slice(1);
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    return Object.fromEntries(Object.entries(value).map(([key, member]) => [key.slice(1), member]));
  }
  return value;
}

interface Decimal {
  readonly units: bigint;
  readonly scale: number;
}

function decimal(number: string): Decimal | undefined {
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = NUMBER.exec(number) ?? [];
  const scale = fraction.length - Number(exponent);
  if (whole === '' || whole.length + fraction.length > MOST_DIGITS || Math.abs(scale) > MOST_DIGITS) {
    return undefined;
  }
  return { units: BigInt(`${sign}${whole}${fraction}`), scale };
}

/**
 * Whether two numbers have one value.
 *
 * @param tolerance how far apart they may be, as a plain decimal
 */
export function sameNumber(left: string, right: string, tolerance = '0'): boolean {
  if (left === right) {
    return true;
  }
  const numbers = [decimal(left), decimal(right), decimal(`n${tolerance}`)];
  const scale = Math.max(...numbers.map((number) => number?.scale ?? 0));
  const [a, b, limit] = numbers.map((number) => number && number.units * 10n ** BigInt(scale - number.scale));
  if (a === undefined || b === undefined || limit === undefined) {
    return false;
  }
  return (a < b ? b - a : a - b) <= limit;
}
