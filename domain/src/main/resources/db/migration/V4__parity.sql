-- When the present step began, or was last rolled back to: evidence counts from there.
ALTER TABLE cutover_stage ADD COLUMN step_since_ms BIGINT DEFAULT 0 NOT NULL;
UPDATE cutover_stage SET step_since_ms = changed_ms;

-- Comparisons of one minute by verdict. The result is CONFIRMED or TRANSIENT for faults, else empty.
CREATE TABLE parity_minute (
  id         VARCHAR(200) NOT NULL PRIMARY KEY,
  feature    VARCHAR(64)  NOT NULL,
  source     VARCHAR(16)  NOT NULL,
  path_group VARCHAR(16)  NOT NULL,
  verdict    VARCHAR(16)  NOT NULL,
  result     VARCHAR(16)  NOT NULL,
  step_ms    BIGINT       NOT NULL,
  minute_ms  BIGINT       NOT NULL,
  total      BIGINT       NOT NULL
);
CREATE INDEX parity_minute_feature ON parity_minute (feature, step_ms, minute_ms);

-- What else one source did in a minute: distinct pairs of topic and seq, self-tests, time watched.
CREATE TABLE parity_activity (
  id         VARCHAR(200) NOT NULL PRIMARY KEY,
  feature    VARCHAR(64)  NOT NULL,
  source     VARCHAR(16)  NOT NULL,
  step_ms    BIGINT       NOT NULL,
  minute_ms  BIGINT       NOT NULL,
  fresh      BIGINT       NOT NULL,
  tests_made BIGINT       NOT NULL,
  tests_seen BIGINT       NOT NULL,
  watched_ms BIGINT       NOT NULL,
  stale_ms   BIGINT       NOT NULL
);
CREATE INDEX parity_activity_feature ON parity_activity (feature, step_ms, minute_ms);

-- The last position of each topic that counts as compared, so that none counts twice.
CREATE TABLE parity_position (
  topic VARCHAR(120) NOT NULL PRIMARY KEY,
  epoch VARCHAR(16)  NOT NULL,
  seq   BIGINT       NOT NULL
);

-- Changes of markets that were compared, each once.
CREATE TABLE parity_transition (
  id       VARCHAR(200) NOT NULL PRIMARY KEY,
  topic    VARCHAR(120) NOT NULL,
  step_ms  BIGINT       NOT NULL,
  as_of_ms BIGINT       NOT NULL,
  is_equal BOOLEAN      NOT NULL
);
CREATE INDEX parity_transition_topic ON parity_transition (topic, as_of_ms);

-- The last few findings of each verdict, with what both paths said.
CREATE SEQUENCE parity_sample_id START WITH 1 INCREMENT BY 1;
CREATE TABLE parity_sample (
  id          BIGINT         NOT NULL PRIMARY KEY,
  feature     VARCHAR(64)    NOT NULL,
  source      VARCHAR(16)    NOT NULL,
  verdict     VARCHAR(16)    NOT NULL,
  result      VARCHAR(16)    NOT NULL,
  topic       VARCHAR(120)   NOT NULL,
  epoch       VARCHAR(16)    NOT NULL,
  seq         BIGINT         NOT NULL,
  found_ms    BIGINT         NOT NULL,
  words       VARCHAR(2000)  NOT NULL,
  stream_json VARCHAR(16000) NOT NULL,
  rest_json   VARCHAR(16000) NOT NULL
);
CREATE INDEX parity_sample_feature ON parity_sample (feature, verdict, id);
