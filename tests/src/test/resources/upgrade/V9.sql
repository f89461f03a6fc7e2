INSERT INTO market_override VALUES ('XNYS', DATE '2026-12-24', '09:30', NULL, NULL, '13:00', 'early_close', 'Christmas Eve');
