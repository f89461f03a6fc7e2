import type {
  AccountBalance,
  ControlData,
  CutoverStatus,
  DeliveryFigures,
  FeatureStage,
  FeedFigures,
  Heartbeat,
  Holding,
  IntradayBar,
  JobFigures,
  MarketStatus,
  Positions,
  ServerProblem,
  Subscribed,
  SubscribedTopic,
  TopicData,
  Vwap,
  Welcome,
} from './messages.js';
import { count, flag, instant, list, number, optional, record, shape, text, word, type Reader } from './shape.js';

const phase = word(['OPEN', 'CLOSED', 'PREOPEN', 'PRECLOSE', 'BREAK', 'UNKNOWN'], 'UNKNOWN');

const holding = shape<Holding>({
  symbol: text,
  description: text,
  asset_type: text,
  quantity: number,
  multiplier: number,
  entry_price: number,
  current_price: number,
  market_value: number,
  pnl: number,
  pnl_percent: number,
  realized_pnl: number,
});

export const topicReaders: { readonly [K in keyof TopicData]: Reader<TopicData[K]> } = {
  account_balance: shape<AccountBalance>({
    account_id: text,
    account_number: text,
    currency: text,
    cash: number,
    portfolio_value: number,
    equity: number,
    buying_power: number,
    day_trading_buying_power: number,
    timestamp: instant,
  }),
  positions: shape<Positions>({ account_id: text, positions: list(holding), timestamp: instant }),
  intraday_bar: shape<IntradayBar>({
    country: text,
    symbol: text,
    timestamp_minute: instant,
    open: number,
    high: number,
    low: number,
    close: number,
    volume: number,
    trades: count,
    vwap: number,
    final: flag,
    revision: count,
  }),
  vwap_update: shape<Vwap>({ symbol: text, vwap: number, volume: number, session_date: text, timestamp: instant }),
  market_status: shape<MarketStatus>({
    market_id: text,
    country: text,
    name: text,
    timezone: text,
    status: phase,
    reason: text,
    next_event: optional(phase),
    next_event_at: optional(instant),
    seconds_to_next_event: optional(number),
    local_time: text,
  }),
  unknown: (value) => value,
};

/** Reads `GET /api/cutover`, `cutover_status` and the member of `welcome`. */
export const readCutoverStatus = shape<CutoverStatus>({
  revision: count,
  features: record(
    shape<FeatureStage>({
      stage: word(['OFF', 'SHADOW', 'CANARY', 'LIVE', 'COMPLETE'], 'SHADOW'),
      renders: word(['REST', 'WebSocket'], 'REST'),
      percent: optional(number),
      why: optional(text),
    }),
  ),
  poll_seconds: optional(record(number)),
});

const head: Reader<readonly [string, number]> = (value, at) => {
  const pair = list((item) => item)(value, at);
  return [text(pair[0], `${at}[0]`), count(pair[1], `${at}[1]`)];
};

export const controlReaders: { readonly [K in keyof ControlData]: Reader<ControlData[K]> } = {
  heartbeat: shape<Heartbeat>({
    timestamp: instant,
    tick: count,
    uptime_seconds: number,
    interval_seconds: number,
    stale_after_seconds: number,
    jobs: list(
      shape<JobFigures>({
        name: text,
        last_run: optional(instant),
        last_duration_ms: number,
        runs: number,
        failures: number,
        overruns: number,
      }),
    ),
    feeds: list(
      shape<FeedFigures>({
        name: text,
        status: word(['LIVE', 'STALE', 'DOWN', 'ENDED'], 'DOWN'),
        last_message: optional(instant),
      }),
    ),
    sessions: number,
    delivery: optional(
      shape<DeliveryFigures>({
        frames: count,
        conflated: count,
        behind_frames: count,
        waiting_bytes: count,
        p50_us: count,
        p99_us: count,
        closed: list(shape<{ code: number; sessions: number }>({ code: count, sessions: count })),
      }),
    ),
  }),
  welcome: shape<Welcome>({
    connection: text,
    protocol: count,
    heartbeat_seconds: number,
    stale_after_seconds: number,
    expires_in: optional(number),
    cutover: optional(readCutoverStatus),
  }),
  subscribed: shape<Subscribed>({
    topics: list(shape<SubscribedTopic>({ topic: text, resumed: flag, epoch: optional(text), seq: optional(count) })),
    rejected: list(shape<{ topic: string; code: string }>({ topic: text, code: text })),
  }),
  unsubscribed: shape<{ topics: readonly string[] }>({ topics: list(text) }),
  heads: record(head),
  cutover_status: readCutoverStatus,
  error_message: shape<ServerProblem>({ code: text, message: text, retry: optional(flag) }),
  draining: shape<{ reconnect_in_ms: number }>({ reconnect_in_ms: number }),
  refreshed: shape<{ expires_in?: number | undefined }>({ expires_in: optional(number) }),
};
