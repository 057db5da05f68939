package vn.cuulong.cli;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import vn.cuulong.contract.Bilingual;
import vn.cuulong.contract.Dictionary;
import vn.cuulong.contract.Dictionary.Issue;
import vn.cuulong.contract.NearestName;

/** Says what an issue code means. */
@Command(name = "explain", mixinStandardHelpOptions = true,
    description = "Say in both languages what an issue code means, what was done, and what the provider can do.")
final class ExplainCommand implements Callable<Integer> {
  private final Environment environment;

  @Parameters(paramLabel = "ISSUE_CODE", arity = "0..1",
      description = "As it stands in a column \"issues\": unit_unknown, or unit_id:unit_unknown. "
          + "Without it: all codes.")
  private String code;

  @Mixin
  private Places places;

  ExplainCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    Dictionary dictionary = places.readJobs().dictionary();
    if (code == null) {
      list(dictionary);
      return ExitCode.DONE.number();
    }
    String bare = code.substring(code.indexOf(':') + 1);
    if (dictionary.issues().containsKey(bare)) {
      issue(dictionary.issues().get(bare));
    } else if (dictionary.issues().containsKey(code.split(":", 2)[0])) {
      // Of a file, the code stands first: column_missing:Ngày.
      issue(dictionary.issues().get(code.split(":", 2)[0]));
    } else if (dictionary.warnings().containsKey(bare)) {
      Bilingual warning = dictionary.warnings().get(bare);
      environment.out().println(bare + " (a warning about the use of a table)");
      environment.out().println("  " + warning.vi());
      environment.out().println("  " + warning.en());
    } else {
      List<String> valid = new ArrayList<>(dictionary.issues().keySet());
      valid.addAll(dictionary.warnings().keySet());
      throw CommandFailure.wrongUse("There is no issue code \"" + bare + "\".", "The dictionary does not know it.",
          TableNames.capital(NearestName.remedy(bare, valid)) + " (\"cuulong explain\" lists all.)");
    }
    return ExitCode.DONE.number();
  }

  private void list(Dictionary dictionary) {
    TextTable table = new TextTable(List.of("code", "effect", "meaning"), List.of(false, false, false));
    dictionary.issues().values().forEach(issue ->
        table.add(List.of(issue.code(), effect(issue), issue.meaning().en())));
    table.print(environment.out(), "");
  }

  private void issue(Issue issue) {
    PrintStream out = environment.out();
    out.println(issue.code() + " (" + switch (issue.effect()) {
      case NOTE -> "chỉ ghi chú / a note: the value stands";
      case EMPTY -> "giá trị để trống / the value is left empty";
      case REJECT -> "bản ghi bị loại / the row is rejected";
      case REJECT_FILE -> "cả tệp bị loại / the whole file is rejected";
    } + ")");
    out.println("  Nghĩa là: " + issue.meaning().vi());
    out.println("  Đã làm:   " + issue.action().vi());
    out.println("  Cách sửa: " + issue.remedy().vi());
    out.println();
    out.println("  Means:    " + issue.meaning().en());
    out.println("  Done:     " + issue.action().en());
    out.println("  Remedy:   " + issue.remedy().en());
  }

  private static String effect(Issue issue) {
    return issue.effect().name().toLowerCase(Locale.ROOT);
  }
}
