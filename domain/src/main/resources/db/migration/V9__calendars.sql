-- Days on which a market does not follow its calendar file: closed where there is no open_at.
CREATE TABLE market_override (
  market_id    VARCHAR(16)  NOT NULL,
  session_date DATE         NOT NULL,
  open_at      VARCHAR(8),
  break_start  VARCHAR(8),
  break_end    VARCHAR(8),
  close_at     VARCHAR(8),
  reason       VARCHAR(64)  NOT NULL,
  name         VARCHAR(200) NOT NULL,
  PRIMARY KEY (market_id, session_date)
);

-- Who changed which day to what; kept for ever. The highest id tells every node what it has read.
CREATE TABLE market_override_audit (
  id           BIGINT       NOT NULL PRIMARY KEY,
  at_ms        BIGINT       NOT NULL,
  actor        VARCHAR(64)  NOT NULL,
  address      VARCHAR(64)  NOT NULL,
  market_id    VARCHAR(16)  NOT NULL,
  session_date DATE         NOT NULL,
  words        VARCHAR(400) NOT NULL
);
