import type { FeatureDefinition, TopicSpec } from './feature.js';
import type { AccountBalance, IntradayBar, MarketStatus, Positions, Vwap } from './messages.js';
import { readLog, readState } from './rest-reader.js';

const route = (path: string, parameters: Record<string, string>) =>
  `${path}?${new URLSearchParams(parameters).toString()}`;

const balanceTopic = (account: string): TopicSpec<'account_balance'> => ({
  topic: `account_balance:${account}`,
  type: 'account_balance',
  kind: 'state',
});

/** What an account is worth. Key: the account's id. */
export const accountBalance: FeatureDefinition<string, AccountBalance> = {
  name: 'account_balance',
  needsFeed: true,
  topics: (account) => [balanceTopic(account)],
  routes: (account) => [
    { path: route('/api/account/balance', { account_id: account }), read: readState('account_balance') },
  ],
  value: (account, shown) => shown.state(balanceTopic(account)),
};

const positionsTopic = (account: string): TopicSpec<'positions'> => ({
  topic: `positions:${account}`,
  type: 'positions',
  kind: 'state',
});

/** What an account holds. Key: the account's id. */
export const positions: FeatureDefinition<string, Positions> = {
  name: 'positions',
  needsFeed: true,
  topics: (account) => [positionsTopic(account)],
  routes: (account) => [{ path: route('/api/positions', { account_id: account }), read: readState('positions') }],
  value: (account, shown) => shown.state(positionsTopic(account)),
};

/** What a chart shows. */
export interface Intraday {
  /** Final bars, oldest first. */
  readonly bars: readonly IntradayBar[];
  /** The bar of the minute that is under way; only the stream has it. */
  readonly forming?: IntradayBar | undefined;
  readonly vwap?: Vwap | undefined;
}

const barsTopic = (symbol: string): TopicSpec<'intraday_bar'> => ({
  topic: `intraday_bar:${symbol}`,
  type: 'intraday_bar',
  kind: 'log',
  entryKey: (bar) => bar.timestamp_minute,
});
const formingTopic = (symbol: string): TopicSpec<'intraday_bar'> => ({
  topic: `forming_bar:${symbol}`,
  type: 'intraday_bar',
  kind: 'state',
});
const vwapTopic = (symbol: string): TopicSpec<'vwap_update'> => ({
  topic: `vwap:${symbol}`,
  type: 'vwap_update',
  kind: 'state',
});

const POLLED_BARS = '12';
/** A whole session of a market that never closes. */
const HISTORY_BARS = '1440';

/** Bars and VWAP of a symbol. Key: the symbol. */
export const intraday: FeatureDefinition<string, Intraday> = {
  name: 'intraday',
  needsFeed: true,
  topics: (symbol) => [barsTopic(symbol), formingTopic(symbol), vwapTopic(symbol)],
  routes: (symbol) => [
    {
      path: route('/api/intraday/bars', { symbol, limit: POLLED_BARS }),
      historyPath: route('/api/intraday/bars', { symbol, limit: HISTORY_BARS }),
      read: readLog('intraday_bar', 'bars'),
    },
    { path: route('/api/intraday/vwap', { symbol }), read: readState('vwap_update') },
  ],
  value: (symbol, shown) => {
    const bars = shown.log(barsTopic(symbol));
    const forming = shown.state(formingTopic(symbol));
    const vwap = shown.state(vwapTopic(symbol));
    const ahead = forming && forming.timestamp_minute > (bars.at(-1)?.timestamp_minute ?? '') ? forming : undefined;
    return bars.length > 0 || ahead || vwap ? { bars, forming: ahead, vwap } : undefined;
  },
};

const marketTopic = (market: string): TopicSpec<'market_status'> => ({
  topic: `market_status:${market}`,
  type: 'market_status',
  kind: 'state',
});

/** Whether a market trades. Key: the market's id. */
export const globalMarket: FeatureDefinition<string, MarketStatus> = {
  name: 'global_market',
  needsFeed: false,
  topics: (market) => [marketTopic(market)],
  routes: (market) => [{ path: `/api/market/status/${encodeURIComponent(market)}`, read: readState('market_status') }],
  value: (market, shown) => shown.state(marketTopic(market)),
};
