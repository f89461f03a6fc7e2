INSERT INTO cutover_drill VALUES (1, 'positions', TRUE, 'drill passed', 3120, 1044, 'operator', 'thorctl', 1767623400123);
