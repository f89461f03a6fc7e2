package io.thor.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code thorctl calendar}: what operators change in the calendars. */
@Command(
    name = "calendar",
    description = "Changes single days of a market's calendar; needs the role operator.",
    subcommands = CalendarOverrideCommand.class)
final class CalendarCommand implements Runnable {

  @ParentCommand private Thorctl thorctl;
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "Name what to do, for example: thorctl calendar override list XTKS");
  }

  Thorctl thorctl() {
    return thorctl;
  }
}
