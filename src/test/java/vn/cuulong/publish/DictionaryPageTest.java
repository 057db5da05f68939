package vn.cuulong.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import vn.cuulong.contract.Jobs;
import vn.cuulong.contract.JobsReader;

class DictionaryPageTest {
  private static final Path PAGE = Path.of("docs", "dictionary.md");
  private final Jobs jobs = JobsReader.read(Path.of("jobs"));

  @Test
  void thePageInTheRepositoryIsTheOneThatTheContractsGive() throws IOException {
    String page = DictionaryPage.of(jobs);
    if (Boolean.getBoolean("docs.update")) {
      Files.createDirectories(PAGE.getParent());
      Files.writeString(PAGE, page);
    }
    assertThat(Files.readString(PAGE))
        .as("docs/dictionary.md is stale: jobs/ changed after it was made. Make it anew with"
            + " mvn test -Dtest=DictionaryPageTest -Ddocs.update=true")
        .isEqualTo(page);
  }

  @Test
  void everythingThatTheContractsNameCanBeFoundOnThePage() {
    String page = DictionaryPage.of(jobs);
    assertThat(jobs.tables().keySet()).allSatisfy(table -> assertThat(page).contains("### " + table));
    assertThat(jobs.dictionary().columns().keySet()).allSatisfy(name -> assertThat(page).contains("`" + name + "`"));
    assertThat(jobs.dictionary().units().keySet()).allSatisfy(code -> assertThat(page).contains("`" + code + "`"));
    assertThat(jobs.sources().values()).allSatisfy(source -> source.columns().forEach(feed ->
        feed.headers().forEach(header -> assertThat(page).contains("\n| " + MarkdownTable.cell(header) + " |"))));
  }

  @Test
  void aTextCannotBreakOutOfItsCell() {
    assertThat(MarkdownTable.cell("a|b\nc<script>*_")).isEqualTo("a\\|b c&lt;script>\\*\\_");
  }
}
