-- Reading security events of one user, and deleting old ones.
CREATE INDEX security_event_subject ON security_event (subject);
CREATE INDEX security_event_actor ON security_event (actor);

-- Users of an external issuer: known by both columns together, which are empty for built-in users.
ALTER TABLE app_user ADD COLUMN issuer VARCHAR(255) DEFAULT '' NOT NULL;
ALTER TABLE app_user ADD COLUMN subject VARCHAR(255) DEFAULT '' NOT NULL;

-- What an issuer said of its user with the one token; with commas.
ALTER TABLE session_token ADD COLUMN granted_roles VARCHAR(120) DEFAULT '' NOT NULL;
ALTER TABLE session_token ADD COLUMN granted_accounts VARCHAR(16000) DEFAULT '' NOT NULL;
