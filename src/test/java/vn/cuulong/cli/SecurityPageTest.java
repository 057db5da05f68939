package vn.cuulong.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The threat model names its tests; all of them are there, and are run by somebody. */
class SecurityPageTest {
  @Test
  void every_test_that_the_page_names_is_there() throws IOException {
    String page = Files.readString(Path.of("docs", "security.md"));
    Set<String> named = found("`([A-Z]\\w+Test)`", page);
    Set<String> there;
    try (Stream<Path> walk = Files.walk(Path.of("src", "test", "java"))) {
      there = walk.map(file -> file.getFileName().toString().replace(".java", "")).collect(Collectors.toSet());
    }
    assertThat(named).hasSizeGreaterThan(15).isSubsetOf(there);
  }

  @Test
  void every_step_of_the_build_server_that_the_page_names_is_one() throws IOException {
    String page = Files.readString(Path.of("docs", "security.md"));
    String run = Files.readString(Path.of(".ci", "run"));
    Set<String> named = found("`(\\.ci/\\w+/run)`", page);
    assertThat(named).isNotEmpty().allMatch(run::contains);
    assertThat(run).contains("cyclonedx:makeBom");
  }

  private static Set<String> found(String pattern, String text) {
    return Pattern.compile(pattern).matcher(text).results().map((MatchResult match) -> match.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
