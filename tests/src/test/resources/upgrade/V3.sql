INSERT INTO cutover_audit VALUES (8, 'positions', 'ROLLBACK', 'operator', 'thorctl', 'a wrong price', 'LIVE', 'SHADOW', '', 1767623400123, 'h8');
UPDATE cutover_stage SET stage = 'SHADOW', rolled_back_ms = 1767623400123, latched_until_ms = 1767624300123 WHERE feature = 'positions';
