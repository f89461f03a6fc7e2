-- Paper orders. One that is filled has its fill, of the same transaction; no order has two.
CREATE SEQUENCE paper_order_id START WITH 1 INCREMENT BY 1;
CREATE TABLE paper_order (
  order_id        BIGINT         NOT NULL PRIMARY KEY,
  account_id      VARCHAR(64)    NOT NULL REFERENCES account (account_id),
  client_order_id VARCHAR(64)    NOT NULL,
  symbol          VARCHAR(64)    NOT NULL REFERENCES instrument (symbol),
  side            VARCHAR(8)     NOT NULL,
  order_type      VARCHAR(8)     NOT NULL,
  quantity        NUMERIC(28,10) NOT NULL,
  limit_price     NUMERIC(28,10),
  reference_price NUMERIC(28,10),
  status          VARCHAR(16)    NOT NULL,
  reason          VARCHAR(400),
  fill_id         BIGINT,
  fill_price      NUMERIC(28,10),
  placed_ms       BIGINT         NOT NULL,
  ended_ms        BIGINT,
  UNIQUE (account_id, client_order_id)
);
CREATE INDEX paper_order_working ON paper_order (status, symbol, order_id);
CREATE INDEX paper_order_account ON paper_order (account_id, order_id);

-- Fills without an order are those of the demonstration's opening.
ALTER TABLE fill ADD COLUMN order_id BIGINT REFERENCES paper_order (order_id);
ALTER TABLE fill ADD CONSTRAINT fill_of_order UNIQUE (order_id);
