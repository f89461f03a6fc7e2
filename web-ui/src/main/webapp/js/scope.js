/** What this user may see, and what of it is chosen. */
import { request, RequestFailed } from "./api.js";

/** @returns {Promise<{accounts: object[], symbols: object[], marketIds: string[]}>} */
export async function loadScope() {
  const [accounts, symbols, marketIds] = await Promise.all([
    request("GET", "/api/accounts"),
    request("GET", "/api/symbols"),
    loadMarketIds(),
  ]);
  return { accounts: accounts.json?.accounts ?? [], symbols: symbols.json?.symbols ?? [], marketIds };
}

/** None where the route fails: the stream names its markets too. */
async function loadMarketIds() {
  try {
    return marketIdsOf((await request("GET", "/api/market/status")).json);
  } catch (error) {
    if (error instanceof RequestFailed) {
      return [];
    }
    throw error;
  }
}

/** One market's status or a list of them. */
function marketIdsOf(body) {
  const markets = Array.isArray(body) ? body : (body?.markets ?? [body]);
  return markets.map((market) => market?.market_id).filter((id) => typeof id === "string");
}
