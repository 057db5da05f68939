package vn.cuulong.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShellCommandTest {
  private static final Path PAGE = Path.of("page.md");

  @Test
  void wordsAreThoseThatAShellWouldGive() {
    assertThat(words("./cuulong sql \"SELECT 'a b'\" --format csv   # a comment"))
        .containsExactly("./cuulong", "sql", "SELECT 'a b'", "--format", "csv");
    assertThat(words("./cuulong sql 'a \\ \"b\"' \"c \\\"d\\\" \\n\" e\\ f '' g#h | tail -n 1"))
        .containsExactly("./cuulong", "sql", "a \\ \"b\"", "c \"d\" \\n", "e f", "", "g#h");
    assertThat(words("./cuulong run nightly && ./cuulong publish all")).containsExactly("./cuulong", "run", "nightly");
  }

  @Test
  void aCommandGoesOnBehindABackslashAndInsideQuotes() {
    List<ShellCommand> commands = ShellCommand.of(PAGE, List.of("```sh", "# only a comment", "./cuulong trace t \\",
        "    --where \"a = 1", "    AND b = 2\"  # note", "ls", "```", "./cuulong not in a block", "```", "./cuulong output", "```"));
    assertThat(commands).extracting(ShellCommand::line).containsExactly(3, 6);
    assertThat(commands.get(0).words()).containsExactly("./cuulong", "trace", "t", "--where", "a = 1\n    AND b = 2");
    assertThat(commands.get(0).text()).endsWith("AND b = 2\"").contains("\\\n");
    assertThat(commands.get(0).isOurs()).isTrue();
    assertThat(commands.get(1).isOurs()).isFalse();
  }

  @Test
  void aBlockSaysWhyItIsNotRun() {
    assertThat(ShellCommand.of(PAGE, List.of("```sh skip=postgres", "ls", "```", "```sh", "ls", "```")))
        .extracting(ShellCommand::skip).containsExactly("postgres", "");
  }

  private static List<String> words(String line) {
    return ShellCommand.of(PAGE, List.of("```sh", line, "```")).get(0).words();
  }
}
