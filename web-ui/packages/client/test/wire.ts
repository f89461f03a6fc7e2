import type { FakeSocket } from './fake-runtime.js';

export const cutover = (
  renders: 'REST' | 'WebSocket',
  revision = 1,
  stage = renders === 'REST' ? 'SHADOW' : 'LIVE',
) => ({
  revision,
  features: Object.fromEntries(
    ['account_balance', 'positions', 'intraday', 'global_market'].map((name) => [
      name,
      { stage, renders, why: 'test' },
    ]),
  ),
  poll_seconds:
    renders === 'REST'
      ? { account_balance: 10, positions: 10, intraday: 5, global_market: 30 }
      : { account_balance: 60, positions: 60, intraday: 60, global_market: 60 },
});

export const welcome = (status: unknown = cutover('REST')) => ({
  type: 'welcome',
  id: 1,
  data: { connection: 'c1', protocol: 1, heartbeat_seconds: 30, stale_after_seconds: 75, cutover: status },
});

export const balanceData = (cash: number) => ({
  account_id: 'A1',
  account_number: '5WX1',
  currency: 'USD',
  cash,
  portfolio_value: 100,
  equity: 100,
  buying_power: 50,
  day_trading_buying_power: 0,
  timestamp: '2026-01-05T14:30:00Z',
});

export const at = (seconds: number) => new Date(Date.parse('2026-01-05T14:30:00Z') + seconds * 1000).toISOString();

export const balance = (seq: number, cash = seq, epoch = 'k7') => ({
  type: 'account_balance',
  topic: 'account_balance:A1',
  epoch,
  seq,
  as_of: at(seq),
  data: balanceData(cash),
});

export const barData = (minute: number, revision = 0, final = true) => ({
  country: 'GLOBAL',
  symbol: 'BTC-USD',
  timestamp_minute: at(minute * 60),
  open: 1,
  high: 2,
  low: 1,
  close: 1.5 + revision,
  volume: 3,
  trades: 4,
  vwap: 1.4,
  final,
  revision,
});

export const bar = (seq: number, minute = seq, revision = 0) => ({
  type: 'intraday_bar',
  topic: 'intraday_bar:BTC-USD',
  epoch: 'k7',
  seq,
  as_of: at(minute * 60),
  data: barData(minute, revision),
});

export const heartbeat = (feeds: readonly { name: string; status: string }[]) => ({
  type: 'heartbeat',
  data: {
    timestamp: at(8),
    tick: 1,
    uptime_seconds: 1,
    interval_seconds: 30,
    stale_after_seconds: 75,
    jobs: [],
    feeds,
    sessions: 1,
  },
});

/** Answers the newest subscribe or resync as a server does. */
export function subscribed(
  socket: FakeSocket,
  topics: Record<string, { resumed?: boolean; epoch?: string; seq?: number }>,
): void {
  const answers = Object.entries(topics).map(([topic, answer]) => ({
    resumed: false,
    epoch: 'k7',
    seq: 0,
    topic,
    ...answer,
  }));
  socket.says({ type: 'subscribed', id: 2, data: { topics: answers, rejected: [] } });
}

export const restState = (topic: string, seq: number, data: unknown, epoch = 'k7', asOf = at(seq)) => ({
  body: data,
  headers: {
    'Thor-Topic': topic,
    'Thor-Epoch': epoch,
    'Thor-Seq': String(seq),
    'Thor-As-Of': asOf,
    ETag: `"${epoch}-${seq}"`,
    'Thor-Feed': 'LIVE',
  },
});
