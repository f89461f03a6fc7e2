INSERT INTO app_user (username, password_hash, roles, enabled, issuer, subject)
  VALUES ('oidc:0123456789abcdef0123456789abcdef', '', 'trader', FALSE, 'https://issuer.example.com', 'kim');
INSERT INTO session_token (token_hash, username, expires_ms, token_id, last_end_ms, revoked, granted_roles, granted_accounts)
  VALUES ('hash-of-kim', 'oidc:0123456789abcdef0123456789abcdef', 1, 'kim', 1, TRUE, 'trader', 'ACC-1');
