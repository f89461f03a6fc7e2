-- What an installation has stored that stopped with the schema of version 1. Later versions add files of their own.
INSERT INTO topic_head VALUES ('positions:ACC-1001', 'k7', 42, 1767623400123);
INSERT INTO node_lease VALUES ('jobs', 'node-1', 1767623400123);
INSERT INTO app_user VALUES ('trader', 'pbkdf2$1000$c2FsdA==$aGFzaA==', 'trader', TRUE);
INSERT INTO app_user VALUES ('admin', 'pbkdf2$1000$c2FsdA==$aGFzaA==', 'operator', TRUE);
INSERT INTO session_token VALUES ('0123456789abcdef', 'trader', 1767623400123);
INSERT INTO instrument VALUES ('BTC-USD', 'Bitcoin in US dollars', 'CRYPTO', 1, 'BITSTAMP', 'GLOBAL');
INSERT INTO account VALUES ('ACC-1001', '5WX01001', 'trader', 'USD', 1234.50);
INSERT INTO fill VALUES (1, 'ACC-1001', 'BTC-USD', 1.5, 807.12345678, -1210.69, 1767623400123);
INSERT INTO holding VALUES ('ACC-1001', 'BTC-USD', 1.5, 807.12345678, -53.65);
INSERT INTO account_balance VALUES ('ACC-1001', 1234.50, 2445.19, 2445.19, 4890.38, 9780.76);
INSERT INTO position_row VALUES ('ACC-1001', 'BTC-USD', 1.5, 807.12345678, 807.13, 1210.70, 0.01, 0.0008, -53.65);
INSERT INTO intraday_bar VALUES ('BTC-USD', 117, 1767623400123, 1767623340000, 0, 807, 807.1234, 0.00000001, 800, 2.85664446, 2304.9, 12, 1, 1, 2, 2, '1,2');
INSERT INTO forming_bar VALUES ('BTC-USD', 1767623400000, 0, 807, 807.1234, 0.00000001, 800, 2.85664446, 2304.9, 12, 1, 1, 2, 2, '1,2');
INSERT INTO session_vwap VALUES ('BTC-USD', DATE '2026-01-05', 2304.9, 2.85664446, 1767623399999);
INSERT INTO trade_tape VALUES ('BTC-USD', 1767623400123, 800);
INSERT INTO market_status VALUES ('XTKS', 'BREAK', 'lunch', 'OPEN', 1767670200000);
UPDATE cutover_revision SET revision = 7 WHERE id = 1;
INSERT INTO cutover_stage VALUES ('positions', 'LIVE', 'WS_FEATURE_POSITIONS=true', TRUE, 7, 1767623400123);
