import { isObject, type Rest } from '@thor/client';

/** What this user may see. */
export interface Scope {
  readonly accounts: readonly string[];
  readonly symbols: readonly string[];
  readonly markets: readonly string[];
}

/** Errors: as of Rest. */
export async function loadScope(rest: Rest): Promise<Scope> {
  const [accounts, symbols, markets] = await Promise.all([
    rest.get('/api/accounts'),
    rest.get('/api/symbols'),
    rest.get('/api/market/status'),
  ]);
  return {
    accounts: names(accounts.json, 'accounts', 'account_id'),
    symbols: names(symbols.json, 'symbols', 'symbol'),
    markets: names(markets.json, 'markets', 'market_id'),
  };
}

function names(json: unknown, rows: string, member: string): readonly string[] {
  const all: unknown = isObject(json) ? json[rows] : undefined;
  const list: readonly unknown[] = Array.isArray(all) ? all : [];
  return list.map((row) => (isObject(row) ? row[member] : undefined)).filter((name) => typeof name === 'string');
}
