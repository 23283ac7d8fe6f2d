package org.aeworkbench.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.aeworkbench.files.SystemNames;
import org.aeworkbench.problem.ProblemException;
import org.aeworkbench.problem.ReaderGoneException;
import org.aeworkbench.problem.UsageException;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command line: parses, runs the command, says in one line what went wrong. */
public final class Cli {
  /** The name that stands in help texts. */
  static final String NAME = "aeworkbench";

  /** What shells say of a program that wrote into a pipe nobody reads: 128 and SIGPIPE's number. */
  private static final int READER_GONE = 141;

  private final Console console;
  private final WindowPrograms window;

  /**
   * @param console where the commands write
   * @param window what needs the window, called only by the commands that ask for it
   */
  public Cli(Console console, WindowPrograms window) {
    this.console = console;
    this.window = window;
  }

  /**
   * Runs a command.
   *
   * @return 0 if it did what was asked, 1 if something failed, 2 if the arguments cannot work, 141
   *     if nobody read on what it printed
   */
  public int run(String... arguments) {
    // Closed after everything is said: a process that a signal ends is gone with it.
    try (StopOnSignal signal = new StopOnSignal()) {
      return run(signal, arguments);
    }
  }

  private int run(StopOnSignal signal, String... arguments) {
    // Picocli makes a stack trace of whatever goes wrong while it prints.
    StringWriter help = new StringWriter();
    CommandLine commandLine = commandLine(new PrintWriter(help), signal);
    try {
      SystemNames.check(arguments);
      int code = commandLine.execute(arguments);
      console.out().print(help);
      console.out().flush();
      console.table().flush();
      return code;
    } catch (ProblemException e) {
      return report(e, verbose(commandLine));
    } catch (OutOfMemoryError e) {
      return report(
          new ProblemException(
              "There is not enough memory.",
              "Close other programs, or choose a smaller --batch-size or --limit.",
              e),
          verbose(commandLine));
    } catch (LinkageError e) {
      return report(
          new ProblemException(
              "A native library cannot be used: " + e.getMessage() + ".",
              "Check that the home folder is writable and the disk is not full, or choose"
                  + " --backend vector.",
              e),
          verbose(commandLine));
    } finally {
      console.err().flush();
    }
  }

  private CommandLine commandLine(PrintWriter help, StopOnSignal signal) {
    CommandLine bench = new CommandLine(new BenchCommand(console));
    bench.addSubcommand(new BenchUiCommand(console, window));
    bench.addSubcommand(new BenchDataCommand(console));
    CommandLine root =
        new CommandLine(new RootCommand())
            .addSubcommand(new TrainCommand(console, signal))
            .addSubcommand(new ReconstructCommand(console))
            .addSubcommand(new EncodeCommand(console))
            .addSubcommand(new DecodeCommand(console))
            .addSubcommand(new SampleCommand(console))
            .addSubcommand(new ManifoldCommand(console))
            .addSubcommand(new DataCommand(console))
            .addSubcommand(new InfoCommand(console))
            .addSubcommand(new ExportCommand(console))
            .addSubcommand(new CheckReferenceCommand(console))
            .addSubcommand(bench)
            .addSubcommand(new TourCommand(window));
    return root.registerConverter(Path.class, new Converters.OfPath())
        .registerConverter(Integer.class, new NumberConverters.Whole())
        .registerConverter(int.class, new NumberConverters.Whole())
        .registerConverter(Long.class, new NumberConverters.LongWhole())
        .registerConverter(Double.class, new NumberConverters.Real())
        .registerConverter(double.class, new NumberConverters.Real())
        .setOut(help)
        .setErr(console.err())
        .setUsageHelpWidth(100)
        .setUsageHelpAutoWidth(true)
        .setParameterExceptionHandler((e, arguments) -> reportUsage(e, arguments))
        .setExecutionExceptionHandler((e, command, result) -> report(problem(e), verbose(root)));
  }

  /** Options after the wrong one are not parsed, so --verbose is looked for by hand. */
  private int reportUsage(ParameterException e, String[] arguments) {
    CommandLine command = e.getCommandLine();
    String message = String.valueOf(e.getMessage()).replaceAll("\\s*\\R\\s*", " ");
    console.note(
        "error: "
            + message
            + (message.endsWith(".") ? " " : ". ")
            + suggestion(e)
            + "See "
            + command.getCommandSpec().qualifiedName()
            + " --help.");
    if (Arrays.asList(arguments).contains("--verbose")) {
      e.printStackTrace(console.err());
    }
    return CommandLine.ExitCode.USAGE;
  }

  private static String suggestion(ParameterException e) {
    List<String> similar =
        e instanceof UnmatchedArgumentException unmatched ? unmatched.getSuggestions() : List.of();
    return similar.isEmpty() ? "" : "Did you mean " + String.join(" or ", similar) + "? ";
  }

  private int report(ProblemException problem, boolean verbose) {
    if (problem instanceof ReaderGoneException && !verbose) {
      return READER_GONE;
    }
    console.note("error: " + problem.getMessage());
    if (verbose) {
      problem.printStackTrace(console.err());
    }
    return problem instanceof UsageException
        ? CommandLine.ExitCode.USAGE
        : CommandLine.ExitCode.SOFTWARE;
  }

  private static ProblemException problem(Exception e) {
    return switch (e) {
      case ProblemException problem -> problem;
      case InvalidPathException path -> SystemNames.problem(path);
      default ->
          new ProblemException(
              "This should not have happened (" + e + ").",
              "Run the command again with --verbose and report what it prints.",
              e);
    };
  }

  private static boolean verbose(CommandLine root) {
    return root.getCommand() instanceof RootCommand options && options.verbose();
  }
}
