-- The whole state of a feature's cutover. A canary is written '5 %' or as its accounts, by commas.
ALTER TABLE cutover_stage ADD COLUMN canary VARCHAR(4000) DEFAULT '' NOT NULL;
ALTER TABLE cutover_stage ADD COLUMN paused_ms BIGINT;
ALTER TABLE cutover_stage ADD COLUMN rolled_back_ms BIGINT;
ALTER TABLE cutover_stage ADD COLUMN latched_until_ms BIGINT;
ALTER TABLE cutover_stage ADD COLUMN acknowledged_ms BIGINT;
ALTER TABLE cutover_stage ADD COLUMN pending_stage VARCHAR(16);
ALTER TABLE cutover_stage ADD COLUMN pending_canary VARCHAR(4000);
ALTER TABLE cutover_stage ADD COLUMN pending_actor VARCHAR(64);
ALTER TABLE cutover_stage ADD COLUMN pending_via VARCHAR(16);
ALTER TABLE cutover_stage ADD COLUMN pending_reason VARCHAR(300);
ALTER TABLE cutover_stage ADD COLUMN pending_ms BIGINT;
ALTER TABLE cutover_stage ADD COLUMN env_maximum VARCHAR(16);
ALTER TABLE cutover_stage ADD COLUMN env_killed BOOLEAN DEFAULT FALSE NOT NULL;

-- Changes before this revision have no audit.
ALTER TABLE cutover_revision ADD COLUMN audited_from BIGINT DEFAULT 0 NOT NULL;
UPDATE cutover_revision SET audited_from = revision;

-- One row a revision, kept for ever; each hash covers its row and the hash before.
CREATE TABLE cutover_audit (
  revision     BIGINT        NOT NULL PRIMARY KEY,
  feature      VARCHAR(64)   NOT NULL,
  verb         VARCHAR(16)   NOT NULL,
  actor        VARCHAR(64)   NOT NULL,
  via          VARCHAR(16)   NOT NULL,
  reason       VARCHAR(400)  NOT NULL,
  before_words VARCHAR(4400) NOT NULL,
  after_words  VARCHAR(4400) NOT NULL,
  evidence     VARCHAR(4000) NOT NULL,
  at_ms        BIGINT        NOT NULL,
  hash         VARCHAR(64)   NOT NULL
);
