package vn.cuulong.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** What a wrong contract gets: each kind of mistake with its place, problem, cause and remedy. */
class ContractErrorsTest {
  @TempDir Path folder;

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "/cases/contract/errors.csv", delimiter = '|', quoteCharacter = '`', numLinesToSkip = 1,
      emptyValue = "", ignoreLeadingAndTrailingWhitespace = false)
  void saysWhatIsWrongWhereAndHowToPutItRight(String name, String file, String part, String by, int count,
      String place, String problem, String cause, String remedy) {
    List<Problem> problems =
        new ContractCase(folder).change(file, part == null ? "" : part, by == null ? "" : by).problems();
    assertThat(problems).as(problems.toString())
        .anySatisfy(one -> assertThat(new String[] {one.place(), one.problem(), one.cause(), one.remedy()})
            .containsExactly(place, problem, cause, remedy))
        .hasSize(count);
  }

  @Test
  void allProblemsAreFoundInOneReading() {
    ContractCase contracts = new ContractCase(folder)
        .change("2-clean/stay/table.yml", "schedule: nightly", "schedule: hourly")
        .change("dictionary/columns.yml", "kind: code", "kind: kode")
        .change("1-sources/stay-csv/source.yml", "frequency: daily", "frequency: dayly")
        .change("3-marts/month_share/table.yml", "- month!", "- month");
    assertThat(contracts.problems()).extracting(Problem::place).containsExactly("1-sources/stay-csv/source.yml:7",
        "2-clean/stay/table.yml:29", "3-marts/month_share/table.yml:4", "3-marts/month_share/table.yml:9",
        "dictionary/columns.yml:4");
    assertThatThrownBy(contracts::read).isInstanceOf(ContractException.class)
        .hasMessageStartingWith("5 problems in the contracts\n")
        .hasMessageContaining("\n  problem: ").hasMessageContaining("\n  cause:   ")
        .hasMessageContaining("\n  remedy:  ");
  }

  @Test
  void aFolderThatDoesNotExistIsAProblemToo() {
    assertThatThrownBy(() -> JobsReader.read(folder.resolve("nowhere"))).isInstanceOf(ContractException.class)
        .hasMessageContaining("there is no such folder");
  }

  @Test
  void aFileThatIsNotUtf8IsRefused() throws java.io.IOException {
    new ContractCase(folder);
    java.nio.file.Files.write(folder.resolve("schedules.yml"), new byte[] {'a', ':', ' ', (byte) 0xe9});
    assertThatThrownBy(() -> JobsReader.read(folder))
        .hasMessageContaining("schedules.yml\n  problem: the file is not UTF-8");
  }

  @Test
  void aWeakenedCheckIsReportedOnceItsTimeIsOver() {
    Jobs jobs = new ContractCase(folder).read();
    assertThat(JobsReader.expired(jobs, LocalDate.of(2026, 12, 31))).isEmpty();
    assertThat(JobsReader.expired(jobs, LocalDate.of(2027, 1, 1))).singleElement().satisfies(problem -> {
      assertThat(problem.place()).isEqualTo("jobs/2-clean/stay/table.yml");
      assertThat(problem.problem()).isEqualTo("the weakening of the check \"some_guests\" ended on 2026-12-31");
      assertThat(problem.cause()).isEqualTo("it was weakened because: small houses report zero");
    });
  }
}
