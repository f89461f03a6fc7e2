-- Rehearsed rollbacks, kept for ever. A time is missing where its half did not come about.
CREATE SEQUENCE cutover_drill_id START WITH 1 INCREMENT BY 1;
CREATE TABLE cutover_drill (
  drill_id        BIGINT       NOT NULL PRIMARY KEY,
  feature         VARCHAR(64)  NOT NULL,
  passed          BOOLEAN      NOT NULL,
  words           VARCHAR(400) NOT NULL,
  to_websocket_us BIGINT,
  back_us         BIGINT,
  actor           VARCHAR(64)  NOT NULL,
  via             VARCHAR(16)  NOT NULL,
  at_ms           BIGINT       NOT NULL
);
CREATE INDEX cutover_drill_passed ON cutover_drill (feature, passed, at_ms);

-- Calls without a purpose, as each node has counted them since its row before; kept for 14 days.
CREATE SEQUENCE cutover_rest_call_id START WITH 1 INCREMENT BY 1;
CREATE TABLE cutover_rest_call (
  call_id BIGINT      NOT NULL PRIMARY KEY,
  feature VARCHAR(64) NOT NULL,
  calls   BIGINT      NOT NULL,
  at_ms   BIGINT      NOT NULL
);
CREATE INDEX cutover_rest_call_at ON cutover_rest_call (feature, at_ms);
