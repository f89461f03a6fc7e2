/** Turns an unknown JSON value into a typed one, or throws a ShapeError that names the place. */
export type Reader<T> = (value: unknown, at: string) => T;

/** A JSON value is not what the protocol says. */
export class ShapeError extends Error {
  override readonly name = 'ShapeError';
}

function refuse(at: string, wanted: string, value: unknown): never {
  const found = value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value;
  throw new ShapeError(`${at} is ${found}, not ${wanted}`);
}

export const text: Reader<string> = (value, at) => (typeof value === 'string' ? value : refuse(at, 'text', value));

export const flag: Reader<boolean> = (value, at) => (typeof value === 'boolean' ? value : refuse(at, 'a flag', value));

export const number: Reader<number> = (value, at) =>
  typeof value === 'number' && Number.isFinite(value) ? value : refuse(at, 'a number', value);

export const count: Reader<number> = (value, at) =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : refuse(at, 'a count', value);

/** A time as ISO 8601; kept as the text that it came as. */
export const instant: Reader<string> = (value, at) =>
  typeof value === 'string' && !Number.isNaN(Date.parse(value)) ? value : refuse(at, 'a time', value);

/** One of some texts; what a newer server may add is read as the fallback. */
export function word<const W extends string>(words: readonly W[], fallback: W): Reader<W> {
  return (value, at) => words.find((known) => known === text(value, at)) ?? fallback;
}

export function optional<T>(reader: Reader<T>): Reader<T | undefined> {
  return (value, at) => (value === undefined || value === null ? undefined : reader(value, at));
}

export function list<T>(reader: Reader<T>): Reader<readonly T[]> {
  return (value, at) => {
    const items: readonly unknown[] = Array.isArray(value) ? value : refuse(at, 'an array', value);
    return items.map((item, index) => reader(item, `${at}[${index}]`));
  };
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** An object with any keys and values of one kind. */
export function record<T>(reader: Reader<T>): Reader<Readonly<Record<string, T>>> {
  return (value, at) => {
    const entries = Object.entries(isObject(value) ? value : refuse(at, 'an object', value));
    return Object.fromEntries(entries.map(([key, item]) => [key, reader(item, `${at}.${key}`)]));
  };
}

/** An object with the given fields; others are left out, and so are fields without value. */
export function shape<T extends object>(fields: { readonly [K in keyof T]-?: Reader<T[K]> }): Reader<T> {
  const names = Object.keys(fields) as (keyof T & string)[];
  return (value, at) => {
    const object = isObject(value) ? value : refuse(at, 'an object', value);
    const result: Partial<T> = {};
    for (const name of names) {
      const member = fields[name](object[name], `${at}.${name}`);
      if (member !== undefined) {
        result[name] = member;
      }
    }
    return result as T;
  };
}
