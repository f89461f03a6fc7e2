package io.thor.cli;

import picocli.CommandLine.Command;

/** {@code thorctl approve}: the second person's word. */
@Command(name = "approve", description = "Approves an advance that another operator asked for.")
final class ApproveCommand extends FeatureOrder {}
