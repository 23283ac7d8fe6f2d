package org.aeworkbench.cli;

import org.aeworkbench.problem.UsageException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

@Command(
    name = Cli.NAME,
    mixinStandardHelpOptions = true,
    scope = ScopeType.INHERIT,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND",
    description = {
      "Trains and explores the autoencoders of the Keras lab on MNIST. Without arguments the window"
          + " opens. Every command explains itself with --help."
    },
    descriptionHeading = "%n",
    optionListHeading = "%nOptions:%n",
    parameterListHeading = "%nParameters:%n",
    commandListHeading = "%nCommands:%n",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:everything is done",
      "1:something failed, or a check did not pass",
      "2:the arguments cannot work",
      "141:nobody read what was printed to its end"
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  aeworkbench train --preset lab-shallow --out shallow",
      "  aeworkbench info shallow/model.aemodel"
    })
final class RootCommand implements Runnable {
  @Option(
      names = "--verbose",
      scope = ScopeType.INHERIT,
      description = "With an error, show where in the program it arose.")
  private boolean verbose;

  boolean verbose() {
    return verbose;
  }

  @Override
  public void run() {
    throw new UsageException("No command was given.", "See " + Cli.NAME + " --help.");
  }
}
