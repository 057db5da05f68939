package vn.cuulong.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.cuulong.contract.Jobs;
import vn.cuulong.contract.JobsReader;

class IssuesPageTest {
  private static final Path PAGE = Path.of("docs", "issues.md");
  private final Jobs jobs = JobsReader.read(Path.of("jobs"));

  @Test
  void thePageInTheRepositoryIsTheOneThatTheContractsGive() throws IOException {
    String page = IssuesPage.of(jobs);
    if (Boolean.getBoolean("docs.update")) {
      Files.writeString(PAGE, page);
    }
    assertThat(Files.readString(PAGE)).as("docs/issues.md is stale: jobs/ changed after it was made. Make it anew with"
        + " mvn test -Dtest=IssuesPageTest -Ddocs.update=true").isEqualTo(page);
  }

  @Test
  void everyCodeStandsOnceInEachLanguage() {
    List<String> rows = IssuesPage.of(jobs).lines().filter(line -> line.startsWith("| `")).toList();
    assertThat(jobs.dictionary().issues().keySet()).allSatisfy(code ->
        assertThat(rows).filteredOn(row -> row.startsWith("| `" + code + "` |")).hasSize(2));
    assertThat(rows).hasSize(2 * jobs.dictionary().issues().size());
  }
}
