package io.thor.cli;

import picocli.CommandLine.Command;

/** {@code thorctl resume}: ends a pause. */
@Command(name = "resume", description = "Ends a pause; from OFF, returns to SHADOW.")
final class ResumeCommand extends FeatureOrder {}
