package io.thor.cli;

import picocli.CommandLine.Command;

/** {@code thorctl acknowledge}: takes note of a rollback. */
@Command(
    name = "acknowledge",
    description = "Takes note of a rollback, so that the feature may advance again.")
final class AcknowledgeCommand extends FeatureOrder {}
