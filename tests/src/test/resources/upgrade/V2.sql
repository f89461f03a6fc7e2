-- What an installation of this version stores in the tables that the version has brought.
INSERT INTO session_token VALUES ('0123456789abcdef', 'trader', 1767623400123, 't-1', 1767666600123, FALSE);
INSERT INTO security_event VALUES (1, 1767623400123, 'SIGNED_IN', 'trader', 'trader', '127.0.0.1', '');
