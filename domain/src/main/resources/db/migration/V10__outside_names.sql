-- Users of an issuer have no colon in their names any more, for not every server takes one in a path. What the audits
-- say of the time before stays as it is.
INSERT INTO app_user (username, password_hash, roles, enabled, issuer, subject)
  SELECT CONCAT('oidc~', SUBSTRING(username, 6)), password_hash, roles, enabled, issuer, subject
  FROM app_user WHERE username LIKE 'oidc:%';
UPDATE session_token SET username = CONCAT('oidc~', SUBSTRING(username, 6)) WHERE username LIKE 'oidc:%';
UPDATE account SET owner = CONCAT('oidc~', SUBSTRING(owner, 6)) WHERE owner LIKE 'oidc:%';
DELETE FROM app_user WHERE username LIKE 'oidc:%';
