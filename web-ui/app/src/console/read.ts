import { isObject } from '@thor/client';

/** Reads members of JSON that may be missing or of another kind. */

export type Members = Readonly<Record<string, unknown>>;

export function members(json: unknown): Members {
  return isObject(json) ? json : {};
}

export function text(json: unknown): string {
  return typeof json === 'string' ? json : '';
}

export function number(json: unknown): number | undefined {
  return typeof json === 'number' ? json : undefined;
}

/** The rows of an array, each as an object. */
export function rows(json: unknown): readonly Members[] {
  return Array.isArray(json) ? json.map(members) : [];
}

/** The members of an object that are of one kind. */
export function entries<T>(json: unknown, kind: (value: unknown) => T | undefined): Readonly<Record<string, T>> {
  const found: Record<string, T> = {};
  for (const [name, value] of Object.entries(members(json))) {
    const known = kind(value);
    if (known !== undefined) {
      found[name] = known;
    }
  }
  return found;
}
