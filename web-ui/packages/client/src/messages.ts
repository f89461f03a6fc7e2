export interface AccountBalance {
  readonly account_id: string;
  readonly account_number: string;
  readonly currency: string;
  readonly cash: number;
  readonly portfolio_value: number;
  readonly equity: number;
  readonly buying_power: number;
  readonly day_trading_buying_power: number;
  readonly timestamp: string;
}

export interface Holding {
  readonly symbol: string;
  readonly description: string;
  readonly asset_type: string;
  readonly quantity: number;
  readonly multiplier: number;
  readonly entry_price: number;
  readonly current_price: number;
  readonly market_value: number;
  readonly pnl: number;
  readonly pnl_percent: number;
  readonly realized_pnl: number;
}

export interface Positions {
  readonly account_id: string;
  /** By symbol. */
  readonly positions: readonly Holding[];
  readonly timestamp: string;
}

export interface IntradayBar {
  readonly country: string;
  readonly symbol: string;
  /** Start of the minute. */
  readonly timestamp_minute: string;
  readonly open: number;
  readonly high: number;
  readonly low: number;
  readonly close: number;
  readonly volume: number;
  readonly trades: number;
  readonly vwap: number;
  readonly final: boolean;
  /** 0, and one more for each correction. */
  readonly revision: number;
}

export interface Vwap {
  readonly symbol: string;
  readonly vwap: number;
  readonly volume: number;
  readonly session_date: string;
  readonly timestamp: string;
}

export type MarketPhase = 'OPEN' | 'CLOSED' | 'PREOPEN' | 'PRECLOSE' | 'BREAK' | 'UNKNOWN';

export interface MarketStatus {
  readonly market_id: string;
  readonly country: string;
  readonly name: string;
  readonly timezone: string;
  readonly status: MarketPhase;
  readonly reason: string;
  readonly next_event?: MarketPhase | undefined;
  readonly next_event_at?: string | undefined;
  readonly seconds_to_next_event?: number | undefined;
  readonly local_time: string;
}

export type FeedStatus = 'LIVE' | 'STALE' | 'DOWN' | 'ENDED';

export interface JobFigures {
  readonly name: string;
  readonly last_run?: string | undefined;
  readonly last_duration_ms: number;
  readonly runs: number;
  readonly failures: number;
  readonly overruns: number;
}

export interface FeedFigures {
  readonly name: string;
  readonly status: FeedStatus;
  readonly last_message?: string | undefined;
}

export interface Heartbeat {
  readonly timestamp: string;
  readonly tick: number;
  readonly uptime_seconds: number;
  readonly interval_seconds: number;
  readonly stale_after_seconds: number;
  readonly jobs: readonly JobFigures[];
  readonly feeds: readonly FeedFigures[];
  readonly sessions: number;
  readonly delivery?: DeliveryFigures | undefined;
}

/** What one node has delivered since its start; waiting and latencies as of the last message. */
export interface DeliveryFigures {
  readonly frames: number;
  readonly conflated: number;
  readonly behind_frames: number;
  readonly waiting_bytes: number;
  readonly p50_us: number;
  readonly p99_us: number;
  readonly closed: readonly { readonly code: number; readonly sessions: number }[];
}

export type Stage = 'OFF' | 'SHADOW' | 'CANARY' | 'LIVE' | 'COMPLETE';

export interface FeatureStage {
  readonly stage: Stage;
  readonly renders: 'REST' | 'WebSocket';
  readonly percent?: number | undefined;
  readonly why?: string | undefined;
}

export interface CutoverStatus {
  readonly revision: number;
  readonly features: Readonly<Record<string, FeatureStage>>;
  /** Seconds from poll to poll, by feature. */
  readonly poll_seconds?: Readonly<Record<string, number>> | undefined;
}

export interface Welcome {
  readonly connection: string;
  readonly protocol: number;
  readonly heartbeat_seconds: number;
  readonly stale_after_seconds: number;
  readonly expires_in?: number | undefined;
  readonly cutover?: CutoverStatus | undefined;
}

export interface SubscribedTopic {
  readonly topic: string;
  /** Whether what follows continues at the position that was asked for. */
  readonly resumed: boolean;
  readonly epoch?: string | undefined;
  readonly seq?: number | undefined;
}

export interface Subscribed {
  readonly topics: readonly SubscribedTopic[];
  readonly rejected: readonly { readonly topic: string; readonly code: string }[];
}

export interface ServerProblem {
  readonly code: string;
  readonly message: string;
  readonly retry?: boolean | undefined;
}

/** The data of each message that has a place on a topic, by its type. */
export interface TopicData {
  readonly account_balance: AccountBalance;
  readonly positions: Positions;
  readonly intraday_bar: IntradayBar;
  readonly vwap_update: Vwap;
  readonly market_status: MarketStatus;
  /** A type that this version does not know. */
  readonly unknown: unknown;
}

/** The data of each message between server and session, by its type. */
export interface ControlData {
  readonly heartbeat: Heartbeat;
  readonly welcome: Welcome;
  readonly subscribed: Subscribed;
  readonly unsubscribed: { readonly topics: readonly string[] };
  readonly heads: Readonly<Record<string, readonly [epoch: string, seq: number]>>;
  readonly cutover_status: CutoverStatus;
  readonly error_message: ServerProblem;
  readonly draining: { readonly reconnect_in_ms: number };
  readonly refreshed: { readonly expires_in?: number | undefined };
}
