import { describe, expect, it } from 'vitest';
import { COMPARE_RULES, Comparison, type CompareRules } from '../src/compare.js';
import { readExact, sameNumber } from '../src/exact.js';

const rules: CompareRules = {
  ...COMPARE_RULES,
  ignored: [{ topicPrefix: 'positions', field: 'note', owner: 'qa', reason: 'wording', until: '2026-02-01T00:00:00Z' }],
};
const comparison = (now = '2026-01-05T00:00:00Z') => new Comparison(rules, 'positions:A1', Date.parse(now));

const compare = (rest: string, stream: string, now?: string) =>
  comparison(now)
    .differences(readExact(stream), readExact(rest))
    .map(({ path, rest, stream, critical }) => [path, rest, stream, critical]);

describe('numbers', () => {
  it.each([
    ['n1', 'n1.000'],
    ['n0.00000001', 'n1E-8'],
    ['n-0', 'n0.00'],
    ['n12345678901234567890.10', 'n12345678901234567890.1'],
    ['n100', 'n1e2'],
  ])('%s and %s are one value', (left, right) => expect(sameNumber(left, right)).toBe(true));

  it.each([
    ['n9007199254740993', 'n9007199254740992'],
    ['n0.1', 'n0.10000000000000000001'],
    ['n1', 'n-1'],
    ['n1e999999999', 'n1'],
  ])('%s and %s are two, also where a double cannot tell', (left, right) =>
    expect(sameNumber(left, right)).toBe(false),
  );

  it('may differ by a unit of the last place where they are derived', () => {
    expect(sameNumber('n0.0292', 'n0.0293', '0.0001')).toBe(true);
    expect(sameNumber('n0.0292', 'n0.0294', '0.0001')).toBe(false);
  });
});

describe('two documents', () => {
  it('are equal in any order of members and rows', () => {
    const left = '{"a":1.50,"positions":[{"symbol":"X","quantity":1},{"symbol":"Y","quantity":2}]}';
    const right = '{"positions":[{"quantity":2.0,"symbol":"Y"},{"symbol":"X","quantity":1}],"a":1.5}';
    expect(compare(left, right)).toEqual([]);
  });

  it('tell missing from null', () => {
    expect(compare('{"a":null,"b":1}', '{"b":1}')).toEqual([['/a', 'null', 'missing', false]]);
  });

  it('name the place, both values, and whether it is critical', () => {
    expect(compare('{"cash":1.00,"name":"a"}', '{"cash":1.01,"name":"b"}')).toEqual([
      ['/cash', '1.00', '1.01', true],
      ['/name', 'a', 'b', false],
    ]);
  });

  it('differ critically by a whole row', () => {
    const found = compare('{"positions":[{"symbol":"X","quantity":1}]}', '{"positions":[]}');
    expect(found).toEqual([
      ['/positions', 'missing', '[]', true],
      ['/positions/X/quantity', '1', 'missing', true],
      ['/positions/X/symbol', 'X', 'missing', false],
    ]);
  });

  it('count rows of one name by their place', () => {
    const twice = '{"positions":[{"symbol":"X","quantity":1},{"symbol":"X","quantity":2}]}';
    expect(compare(twice, '{"positions":[{"symbol":"X","quantity":2}]}')).not.toEqual([]);
  });

  it('may differ where a rule says so, until its end', () => {
    const left = '{"positions":[{"symbol":"X","note":"a"}]}';
    const right = '{"positions":[{"symbol":"X","note":"b"}]}';
    expect(compare(left, right, '2026-01-31T23:59:59Z')).toEqual([]);
    expect(compare(left, right, '2026-02-01T00:00:00Z')).toHaveLength(1);
  });

  it('keep texts that look like numbers apart from numbers', () => {
    expect(compare('{"a":"1"}', '{"a":1}')).toHaveLength(1);
    expect(compare('{"a":"x 1.0 y"}', '{"a":"x 1.00 y"}')).toHaveLength(1);
  });

  it.each(['{"cash":1}', '[{"symbol":"X"}]', '"text"', '1.00', '{"a":{"b":[1, null, true]},"pnl_percent":0.01}', '{}'])(
    'see any changed leaf of %s',
    (json) => {
      const exact = readExact(json);
      for (let choice = 0; choice < 6; choice++) expect(comparison().sees(exact, choice)).toBe(true);
    },
  );

  it('do not change what a rule ignores to see whether they see', () => {
    expect(comparison().sees(readExact('{"note":"a","cash":1}'), 0)).toBe(true);
  });
});
