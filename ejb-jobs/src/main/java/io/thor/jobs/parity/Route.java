package io.thor.jobs.parity;

import io.thor.message.Topic;
import io.thor.parity.TopicKind;
import java.util.Optional;

/**
 * A topic and where REST answers it.
 *
 * @param account whose it is; empty for what is everybody's
 * @param path below the root, with its query
 */
record Route(String feature, Topic topic, Optional<String> account, String path, TopicKind kind) {}
