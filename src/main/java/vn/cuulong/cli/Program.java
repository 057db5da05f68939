package vn.cuulong.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;
import vn.cuulong.contract.ContractException;
import vn.cuulong.contract.NearestName;
import vn.cuulong.contract.Refusal;
import vn.cuulong.contract.Secrets;
import vn.cuulong.lake.Breakdown;

/** All commands: finds the one that was typed, runs it, and says what went wrong as problem, cause and remedy. */
final class Program {
  private final Environment environment;

  Program(Environment environment) {
    this.environment = environment;
  }

  /** Runs one command. */
  int run(String... args) {
    CommandLine line = commands();
    if (args.length == 0) {
      line.usage(environment.out());
      return ExitCode.DONE.number();
    }
    try {
      return line.execute(args);
    } catch (Error broken) {
      // No exception, so that nobody before has caught it: too little memory, or a full disk as Hadoop tells it.
      return failed(broken);
    }
  }

  /** The commands, for running them and for the tests of the documentation. */
  CommandLine commands() {
    CommandLine line = new CommandLine(new Root());
    line.addSubcommand(new RunCommand(environment));
    line.addSubcommand(new PlanCommand(environment));
    line.addSubcommand(new CheckCommand(environment));
    line.addSubcommand(new StatusCommand(environment));
    line.addSubcommand(new SqlCommand(environment));
    line.addSubcommand(new TraceCommand(environment));
    line.addSubcommand(new ExplainCommand(environment));
    line.addSubcommand(new PublishCommand(environment));
    line.addSubcommand(new VerifyCommand(environment));
    line.addSubcommand(new ReportCommand(environment));
    line.addSubcommand(new MaintainCommand(environment));
    line.addSubcommand(new BackfillCommand(environment));
    line.addSubcommand(new ReplayCommand(environment));
    line.addSubcommand(new RollbackCommand(environment));
    line.addSubcommand(new RepairCommand(environment));
    line.addSubcommand(new EraseCommand(environment));
    line.addSubcommand(new ServeCommand(environment));
    line.addSubcommand(new GenerateCommand(environment));
    line.addSubcommand(new ScheduleCommand(environment));
    line.addSubcommand(new CatchUpCommand(environment));
    line.addSubcommand(new VersionCommand(environment));
    line.setOut(new PrintWriter(environment.out(), true));
    line.setErr(new PrintWriter(environment.err(), true));
    line.setUsageHelpWidth(environment.isTerminal() ? Math.max(60, Math.min(environment.columns(), 120)) : 100);
    line.setUsageHelpLongOptionsMaxWidth(26);
    line.setParameterExceptionHandler(this::wrongArguments);
    line.setExecutionExceptionHandler((failure, command, parsed) -> failed(failure));
    line.setCaseInsensitiveEnumValuesAllowed(true);
    return line;
  }

  /** What stands above the commands. */
  @Command(name = "cuulong", mixinStandardHelpOptions = true, versionProvider = VersionCommand.Provider.class,
      header = {"Cửu Long: from landing files to regional statistics of the Mekong Delta.", ""},
      synopsisSubcommandLabel = "COMMAND",
      description = {"", "Reads the files of a landing folder, keeps what it understood in clean tables, says what it "
          + "did not, and builds comparison tables (marts) of them. The first thing to type:", "",
          "  cuulong run nightly", "", "It builds everything that is due, of the sample data unless --landing says "
          + "otherwise.", ""},
      commandListHeading = "%nCommands (cuulong COMMAND --help says more about each):%n",
      footer = {"", "Exit codes: 0 done or nothing to do, 2 wrong use, 3 data held by a check or "
          + "a file refused, 4 source missing or late, 5 another run holds a table, 1 anything else."})
  private static final class Root implements Runnable {
    @CommandLine.Spec
    private CommandSpec spec;

    @Override
    public void run() {
      throw new ParameterException(spec.commandLine(), "a command is missing");
    }
  }

  private int wrongArguments(ParameterException wrong, String[] args) {
    CommandLine command = wrong.getCommandLine();
    String name = command.getCommandSpec().qualifiedName();
    String remedy = name + " --help shows what can be written.";
    String problem = TableNames.capital(wrong.getMessage()) + (wrong.getMessage().endsWith(".") ? "" : ".");
    String reason = "The arguments of \"" + name + "\" are not complete or not valid.";
    if (wrong instanceof UnmatchedArgumentException unmatched && !unmatched.getUnmatched().isEmpty()) {
      String typed = unmatched.getUnmatched().get(0);
      boolean option = typed.startsWith("-");
      String spelled = option && typed.contains("=") ? typed.substring(0, typed.indexOf('=')) : typed;
      List<String> valid = option ? optionsOf(command) : List.copyOf(command.getSubcommands().keySet());
      if (option || !valid.isEmpty()) {
        problem = "There is no " + (option ? "option" : "command") + " \"" + spelled + "\".";
        reason = "\"" + name + "\" does not know it.";
        remedy = TableNames.capital(NearestName.remedy(spelled, valid)) + " (" + remedy + ")";
      } else {
        problem = "\"" + typed + "\" is one argument too many.";
      }
    }
    say(environment.err(), problem, reason, remedy);
    return ExitCode.WRONG_USE.number();
  }

  private static List<String> optionsOf(CommandLine command) {
    List<String> names = new ArrayList<>();
    for (OptionSpec option : command.getCommandSpec().options()) {
      if (!option.hidden()) {
        names.add(option.longestName());
      }
    }
    return names;
  }

  private int failed(Throwable failure) {
    PrintStream err = environment.err();
    if (failure instanceof Refusal refusal) {
      say(err, refusal.problem(), refusal.reason(), refusal.remedy());
      return ExitCode.of(refusal).number();
    }
    if (failure instanceof ContractException contracts) {
      contracts.problems().forEach(err::println);
      return ExitCode.WRONG_USE.number();
    }
    LoggerFactory.getLogger(Program.class).error("the command failed", failure);
    Refusal told = told(failure);
    say(err, told.problem(), told.reason(), told.remedy());
    return ExitCode.OTHER.number();
  }

  /** A failure in words for a person: what it says itself, what broke below, or where to read on. */
  static Refusal told(Throwable failure) {
    if (failure instanceof Refusal refusal) {
      return refusal;
    }
    String problem = "The command failed. / Lệnh không thực hiện được.";
    return Breakdown.of(failure).<Refusal>map(known -> known.told(problem, null, failure))
        .orElseGet(() -> new Refusal(problem, firstLine(failure), "The log says more: " + LogFile.path() + ". Nothing "
            + "that "
            + "was committed is lost; the command can be repeated. / Xem nhật ký. Không mất gì đã ghi; có thể chạy "
            + "lại."));
  }

  /** Three lines that a person can act on, without secrets. */
  static void say(PrintStream to, String problem, String reason, String remedy) {
    to.println("problem: " + Secrets.hide(problem));
    to.println("cause:   " + Secrets.hide(reason));
    to.println("remedy:  " + Secrets.hide(remedy));
  }

  /** What an exception says, without what its stack says. */
  static String firstLine(Throwable failure) {
    String message = failure.getMessage() == null ? "" : failure.getMessage().strip();
    int end = message.indexOf('\n');
    String first = end < 0 ? message : message.substring(0, end);
    String type = failure.getClass().getSimpleName().replace("Exception", "").toLowerCase(Locale.ROOT);
    return first.isEmpty() ? type : first;
  }
}
