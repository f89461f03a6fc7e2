package io.thor.tests.blackbox;

/** Names one committed state: the two paths must tell the same about it. */
record Position(String topic, String epoch, long seq) {}
