package vn.cuulong.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.cuulong.contract.Jobs;
import vn.cuulong.contract.JobsReader;
import vn.cuulong.contract.TableContract;

/** The README says what there is: tables as the contracts declare them, commands as the program knows them. */
class ReadmeTest {
  private static final Path README = Path.of("README.md");
  private static final String BEGIN = "<!-- tables: made by ReadmeTest from jobs/ -->\n";
  private static final String END = "<!-- /tables -->";

  @Test
  void the_tables_are_those_of_the_contracts() throws IOException {
    String readme = Files.readString(README);
    String fresh = readme.substring(0, readme.indexOf(BEGIN) + BEGIN.length())
        + tables(JobsReader.read(Path.of("jobs"))) + readme.substring(readme.indexOf(END));
    if (Boolean.getBoolean("docs.update")) {
      Files.writeString(README, fresh);
      readme = fresh;
    }
    assertThat(readme).as("README.md is stale: jobs/ changed after it was made. Make it anew with"
        + " mvn test -Dtest=ReadmeTest -Ddocs.update=true").isEqualTo(fresh);
  }

  @Test
  void every_command_is_there() throws IOException {
    String readme = Files.readString(README);
    assertThat(new Program(Environment.ofProcess()).commands().getSubcommands().keySet())
        .allSatisfy(command -> assertThat(readme).contains("| `cuulong " + command));
  }

  @Test
  void its_first_screen_holds_the_two_commands() throws IOException {
    List<String> screen = Files.readAllLines(README).subList(0, 24);
    assertThat(screen).anyMatch(line -> line.startsWith("./cuulong run nightly"))
        .anyMatch(line -> line.startsWith("mvn verify"));
  }

  private static String tables(Jobs jobs) {
    List<String> lines = new ArrayList<>(List.of("| table | one row is | title |", "|---|---|---|"));
    for (TableContract table : jobs.tables().values()) {
      lines.add("| `" + table.name() + "` | " + table.grain().en() + " | " + table.title().en() + " · "
          + table.title().vi() + " |");
    }
    return String.join("\n", lines) + "\n\n";
  }
}
