package vn.cuulong.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.sql.execution.SparkSqlParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.ParseResult;
import vn.cuulong.contract.Jobs;
import vn.cuulong.contract.JobsReader;
import vn.cuulong.contract.TableName;
import vn.cuulong.sql.WarehouseCatalog;
import vn.cuulong.table.Schemas;

/**
 * Every command in the documentation is one that the program understands: commands, options, tables, columns, products,
 * issue codes, functions, and the grammar of queries. Writes those that a fresh clone can run after a night into
 * {@code target/documented-commands.sh}, for the build server to run them.
 */
class DocumentedCommandsTest {
  private static final Path SCRIPT = Path.of("target", "documented-commands.sh");
  private static final Set<String> LEDGER = Set.of("ops.run", "ops.outcome", "ops.quality", "ops.file", "ops.book",
      "ops.reject", "ops.reject_cause");
  private static final Pattern TABLE = Pattern.compile("\\b(?:clean|mart|ops)\\.[a-z_]+");
  private static final Pattern FUNCTION = Pattern.compile("\\bvn_[a-z_]+(?=\\()");
  private static final Jobs JOBS = JobsReader.read(Path.of("jobs"));

  static List<ShellCommand> ours() {
    return ShellCommand.ofAllPages().stream().filter(ShellCommand::isOurs).toList();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("ours")
  void theProgramUnderstandsEveryDocumentedCommand(ShellCommand command) {
    CommandLine program = new Program(Environment.ofProcess()).commands();
    ParseResult parsed;
    try {
      List<String> arguments = command.words().subList(1, command.words().size());
      parsed = program.parseArgs(arguments.toArray(String[]::new));
    } catch (CommandLine.ParameterException wrong) {
      fail(command.place() + "\n" + wrong.getMessage());
      return;
    }
    if (!parsed.hasSubcommand()) {
      assertThat(parsed.isUsageHelpRequested()).as(command.place()).isTrue();
      return;
    }
    ParseResult sub = parsed.subcommand();
    List<String> names = sub.matchedPositionals().stream().map(ArgSpec::originalStringValues)
        .flatMap(List::stream).toList();
    switch (sub.commandSpec().name()) {
      case "run", "plan" -> assertThat(names).as(command.place())
          .allMatch(name -> JOBS.schedules().containsKey(name) || JOBS.tables().containsKey(TableName.of(name)));
      case "publish" -> assertThat(names).as(command.place())
          .allMatch(name -> name.equals("all") || JOBS.products().containsKey(name));
      case "explain" -> assertThat(JOBS.dictionary().issues().keySet()).as(command.place()).containsAll(names);
      case "trace" -> assertThat(Schemas.of(JOBS.tables().get(TableName.of(names.get(0)))).fieldNames())
          .as(command.place()).contains(sub.<String>matchedOptionValue("--column", ""));
      case "sql" -> query(command, names.get(0));
      default -> { }
    }
  }

  private static void query(ShellCommand command, String query) {
    assertThatCode(() -> new SparkSqlParser().parsePlan(query)).as(command.place()).doesNotThrowAnyException();
    assertThat(found(TABLE, query)).as(command.place())
        .allMatch(name -> LEDGER.contains(name) || JOBS.tables().containsKey(TableName.of(name)));
    assertThat(WarehouseCatalog.functionNames()).as(command.place()).containsAll(found(FUNCTION, query));
  }

  private static Set<String> found(Pattern pattern, String text) {
    Set<String> found = new TreeSet<>();
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      found.add(matcher.group());
    }
    return found;
  }

  @Test
  void everyCommandStandsInABlockThatIsReadAsCommands() {
    Set<String> read = new TreeSet<>();
    ShellCommand.ofAllPages().forEach(command -> read.add(command.page() + ":" + command.line()));
    List<String> unread = new ArrayList<>();
    for (Path page : ShellCommand.pages()) {
      List<String> lines = ShellCommand.lines(page);
      for (int i = 0; i < lines.size(); i++) {
        if (lines.get(i).strip().startsWith("./cuulong ") && !read.contains(page + ":" + (i + 1))) {
          unread.add(page + ":" + (i + 1) + ": " + lines.get(i));
        }
      }
    }
    assertThat(unread).as("begin their blocks with ```sh, so that they are tested").isEmpty();
  }

  @Test
  void theBuildServerIsToldWhatToRun() throws IOException {
    Map<String, ShellCommand> distinct = new LinkedHashMap<>();
    ours().stream().filter(command -> command.skip().isEmpty())
        .forEach(command -> distinct.putIfAbsent(command.text(), command));
    StringBuilder script = new StringBuilder("# Made by DocumentedCommandsTest from the pages of the documentation.\n");
    distinct.values().forEach(command -> script.append("# ").append(command.page()).append(':').append(command.line())
        .append("\ndocumented '").append(command.page()).append(':').append(command.line()).append("' <<'COMMAND'\n")
        .append(command.text()).append("\nCOMMAND\n"));
    Files.createDirectories(SCRIPT.getParent());
    Files.writeString(SCRIPT, script);
    assertThat(distinct).hasSizeGreaterThan(20);
    assertThat(distinct.keySet()).noneMatch(text -> text.contains("\nCOMMAND\n"));
  }
}
