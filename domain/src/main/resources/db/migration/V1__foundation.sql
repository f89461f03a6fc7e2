-- Instants are epoch milliseconds (columns ending in _ms), so no server's time zone touches them.
-- Money has two decimal places; prices and quantities ten.

-- Topics: the position of the last committed state of each.
CREATE TABLE topic_head (
  topic     VARCHAR(120) NOT NULL PRIMARY KEY,
  epoch     VARCHAR(16)  NOT NULL,
  seq       BIGINT       NOT NULL,
  as_of_ms  BIGINT       NOT NULL
);

-- One node runs the jobs: the one that holds the row.
CREATE TABLE node_lease (
  name       VARCHAR(40) NOT NULL PRIMARY KEY,
  holder     VARCHAR(64) NOT NULL,
  expires_ms BIGINT      NOT NULL
);

-- Identity
CREATE TABLE app_user (
  username      VARCHAR(64)  NOT NULL PRIMARY KEY,
  password_hash VARCHAR(255) NOT NULL,
  roles         VARCHAR(120) NOT NULL,
  enabled       BOOLEAN      NOT NULL
);

CREATE TABLE session_token (
  token_hash VARCHAR(64) NOT NULL PRIMARY KEY,
  username   VARCHAR(64) NOT NULL REFERENCES app_user (username),
  expires_ms BIGINT      NOT NULL
);
CREATE INDEX session_token_expires ON session_token (expires_ms);

-- Instruments and accounts: the books
CREATE TABLE instrument (
  symbol      VARCHAR(64)    NOT NULL PRIMARY KEY,
  description VARCHAR(120)   NOT NULL,
  asset_type  VARCHAR(16)    NOT NULL,
  multiplier  NUMERIC(20,10) NOT NULL,
  market_id   VARCHAR(16)    NOT NULL,
  country     VARCHAR(16)    NOT NULL
);

CREATE TABLE account (
  account_id     VARCHAR(64)   NOT NULL PRIMARY KEY,
  account_number VARCHAR(32)   NOT NULL,
  owner          VARCHAR(64)   NOT NULL REFERENCES app_user (username),
  currency       VARCHAR(3)    NOT NULL,
  cash           NUMERIC(20,2) NOT NULL
);
CREATE INDEX account_owner ON account (owner);

CREATE SEQUENCE fill_id START WITH 1 INCREMENT BY 1;
CREATE TABLE fill (
  fill_id     BIGINT         NOT NULL PRIMARY KEY,
  account_id  VARCHAR(64)    NOT NULL REFERENCES account (account_id),
  symbol      VARCHAR(64)    NOT NULL REFERENCES instrument (symbol),
  quantity    NUMERIC(28,10) NOT NULL,
  price       NUMERIC(28,10) NOT NULL,
  cash_effect NUMERIC(20,2)  NOT NULL,
  filled_ms   BIGINT         NOT NULL
);
CREATE INDEX fill_account ON fill (account_id, fill_id);

CREATE TABLE holding (
  account_id   VARCHAR(64)    NOT NULL REFERENCES account (account_id),
  symbol       VARCHAR(64)    NOT NULL REFERENCES instrument (symbol),
  quantity     NUMERIC(28,10) NOT NULL,
  average_cost NUMERIC(28,10) NOT NULL,
  realized_pnl NUMERIC(20,2)  NOT NULL,
  PRIMARY KEY (account_id, symbol)
);

-- Account states: what was last committed to account_balance:* and positions:*
CREATE TABLE account_balance (
  account_id               VARCHAR(64)   NOT NULL PRIMARY KEY REFERENCES account (account_id),
  cash                     NUMERIC(20,2) NOT NULL,
  portfolio_value          NUMERIC(20,2) NOT NULL,
  equity                   NUMERIC(20,2) NOT NULL,
  buying_power             NUMERIC(20,2) NOT NULL,
  day_trading_buying_power NUMERIC(20,2) NOT NULL
);

CREATE TABLE position_row (
  account_id    VARCHAR(64)    NOT NULL REFERENCES account (account_id),
  symbol        VARCHAR(64)    NOT NULL REFERENCES instrument (symbol),
  quantity      NUMERIC(28,10) NOT NULL,
  entry_price   NUMERIC(28,10) NOT NULL,
  current_price NUMERIC(28,10) NOT NULL,
  market_value  NUMERIC(20,2)  NOT NULL,
  pnl           NUMERIC(20,2)  NOT NULL,
  pnl_percent   NUMERIC(20,4)  NOT NULL,
  realized_pnl  NUMERIC(20,2)  NOT NULL,
  PRIMARY KEY (account_id, symbol)
);

-- Market data. A bar knows which trades are in it (first_*, last_*, sequences), so that a late or
-- repeated trade finds its place after a restart. Every revision of a bar is an entry of the log.
CREATE TABLE intraday_bar (
  symbol        VARCHAR(64)      NOT NULL,
  seq           BIGINT           NOT NULL,
  as_of_ms      BIGINT           NOT NULL,
  minute_ms     BIGINT           NOT NULL,
  revision      INTEGER          NOT NULL,
  open_price    NUMERIC(28,10)   NOT NULL,
  high_price    NUMERIC(28,10)   NOT NULL,
  low_price     NUMERIC(28,10)   NOT NULL,
  close_price   NUMERIC(28,10)   NOT NULL,
  volume        NUMERIC(28,10)   NOT NULL,
  notional      NUMERIC(38,16)   NOT NULL,
  trades        BIGINT           NOT NULL,
  first_ms      BIGINT           NOT NULL,
  first_trade   BIGINT           NOT NULL,
  last_ms       BIGINT           NOT NULL,
  last_trade    BIGINT           NOT NULL,
  trade_numbers VARCHAR(1000000) NOT NULL,
  PRIMARY KEY (symbol, seq),
  UNIQUE (symbol, minute_ms, revision)
);

-- Minutes that have not ended, or wait for late trades.
CREATE TABLE forming_bar (
  symbol        VARCHAR(64)      NOT NULL,
  minute_ms     BIGINT           NOT NULL,
  revision      INTEGER          NOT NULL,
  open_price    NUMERIC(28,10)   NOT NULL,
  high_price    NUMERIC(28,10)   NOT NULL,
  low_price     NUMERIC(28,10)   NOT NULL,
  close_price   NUMERIC(28,10)   NOT NULL,
  volume        NUMERIC(28,10)   NOT NULL,
  notional      NUMERIC(38,16)   NOT NULL,
  trades        BIGINT           NOT NULL,
  first_ms      BIGINT           NOT NULL,
  first_trade   BIGINT           NOT NULL,
  last_ms       BIGINT           NOT NULL,
  last_trade    BIGINT           NOT NULL,
  trade_numbers VARCHAR(1000000) NOT NULL,
  PRIMARY KEY (symbol, minute_ms)
);

CREATE TABLE session_vwap (
  symbol        VARCHAR(64)    NOT NULL,
  session_date  DATE           NOT NULL,
  notional      NUMERIC(38,16) NOT NULL,
  volume        NUMERIC(28,10) NOT NULL,
  last_trade_ms BIGINT         NOT NULL,
  PRIMARY KEY (symbol, session_date)
);

-- How far the trades of a symbol have been taken over, and the price to mark with.
CREATE TABLE trade_tape (
  symbol      VARCHAR(64)    NOT NULL PRIMARY KEY,
  taken_to_ms BIGINT         NOT NULL,
  last_price  NUMERIC(28,10) NOT NULL
);

CREATE TABLE market_status (
  market_id     VARCHAR(16) NOT NULL PRIMARY KEY,
  status        VARCHAR(16) NOT NULL,
  reason        VARCHAR(64) NOT NULL,
  next_event    VARCHAR(16),
  next_event_ms BIGINT
);

-- Cutover
CREATE TABLE cutover_revision (
  id       INTEGER NOT NULL PRIMARY KEY,
  revision BIGINT  NOT NULL
);
INSERT INTO cutover_revision (id, revision) VALUES (1, 0);

CREATE TABLE cutover_stage (
  feature    VARCHAR(64)  NOT NULL PRIMARY KEY,
  stage      VARCHAR(16)  NOT NULL,
  why        VARCHAR(400) NOT NULL,
  env_value  BOOLEAN      NOT NULL,
  revision   BIGINT       NOT NULL,
  changed_ms BIGINT       NOT NULL
);
