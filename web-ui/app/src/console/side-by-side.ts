import { isObject } from '@thor/client';

/** One field of a state on both paths, as text. */
export interface Line {
  readonly path: string;
  readonly stream: string;
  readonly rest: string;
  readonly differs: boolean;
}

export const MISSING = 'missing';

/** All fields that either path has, in the order of the stream; rows of lists by their place. */
export function sideBySide(stream: unknown, rest: unknown): readonly Line[] {
  const left = leaves(stream);
  const right = leaves(rest);
  return [...new Set([...left.keys(), ...right.keys()])].map((path) => {
    const before = left.get(path) ?? MISSING;
    const after = right.get(path) ?? MISSING;
    return { path, stream: before, rest: after, differs: before !== after };
  });
}

function leaves(value: unknown, path = ''): ReadonlyMap<string, string> {
  if (value === undefined) {
    return new Map();
  }
  const children: readonly (readonly [string, unknown])[] | undefined = Array.isArray(value)
    ? value.map((one: unknown, index) => [`${path}[${index}]`, one] as const)
    : isObject(value)
      ? Object.entries(value).map(([name, one]) => [path ? `${path}.${name}` : name, one] as const)
      : undefined;
  return children
    ? new Map(children.flatMap(([name, one]) => [...leaves(one, name)]))
    : new Map([[path, JSON.stringify(value)]]);
}
