-- Reading security events of one user, and deleting old ones.
CREATE INDEX security_event_subject ON security_event (subject);
CREATE INDEX security_event_actor ON security_event (actor);
