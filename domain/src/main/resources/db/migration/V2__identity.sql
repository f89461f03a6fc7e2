-- Instants are epoch milliseconds (columns ending in _ms), as in V1.

-- A token has a name that may be told, an end that refreshing moves, and one that nothing moves.
-- Who was signed in signs in again.
DELETE FROM session_token;
ALTER TABLE session_token ADD COLUMN token_id VARCHAR(32) NOT NULL;
ALTER TABLE session_token ADD COLUMN last_end_ms BIGINT NOT NULL;
ALTER TABLE session_token ADD COLUMN revoked BOOLEAN NOT NULL;
CREATE UNIQUE INDEX session_token_id ON session_token (token_id);
CREATE INDEX session_token_username ON session_token (username);

-- Tickets by which an open connection learns that its token was refreshed.
CREATE TABLE refresh_ticket (
  ticket_hash VARCHAR(64) NOT NULL PRIMARY KEY,
  token_id    VARCHAR(32) NOT NULL,
  expires_ms  BIGINT      NOT NULL
);
CREATE INDEX refresh_ticket_expires ON refresh_ticket (expires_ms);

-- Failed sign-ins of a name, whether or not it is a user's, and of an address.
CREATE TABLE sign_in_failure (
  subject          VARCHAR(120) NOT NULL PRIMARY KEY,
  failures         INTEGER      NOT NULL,
  blocked_until_ms BIGINT       NOT NULL,
  last_failure_ms  BIGINT       NOT NULL
);
CREATE INDEX sign_in_failure_last ON sign_in_failure (last_failure_ms);

-- What happened to users and sessions; never a secret.
CREATE SEQUENCE security_event_id START WITH 1 INCREMENT BY 1;
CREATE TABLE security_event (
  event_id BIGINT       NOT NULL PRIMARY KEY,
  at_ms    BIGINT       NOT NULL,
  kind     VARCHAR(32)  NOT NULL,
  actor    VARCHAR(64)  NOT NULL,
  subject  VARCHAR(64)  NOT NULL,
  address  VARCHAR(64)  NOT NULL,
  detail   VARCHAR(200) NOT NULL
);
CREATE INDEX security_event_at ON security_event (at_ms);

-- The first user of an installation could do everything there was.
UPDATE app_user SET roles = 'admin,operator' WHERE username = 'admin' AND roles = 'operator';
