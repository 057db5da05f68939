package vn.cuulong.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.cuulong.vietnamese.Doubt;

/** What holds for the contracts of the repository, beyond what the reader demands of any contract. */
class ShippedJobsTest {
  private final Jobs jobs = JobsReader.read(Path.of("jobs"));
  private final Dictionary dictionary = jobs.dictionary();

  @Test
  void everyDoubtHasAnEntryAndEveryEntryIsADoubt() {
    assertThat(dictionary.issues().keySet())
        .containsExactlyInAnyOrderElementsOf(Arrays.stream(Doubt.values()).map(Doubt::code).toList());
  }

  @Test
  void everyCleanTableHasASource() {
    assertThat(jobs.tables().keySet().stream().filter(table -> table.layer().equals("clean")))
        .allSatisfy(table -> assertThat(jobs.sourcesOf(table)).as(table.toString()).isNotEmpty());
  }

  @Test
  void everyTableThatHoldsSyntheticRowsSaysSo() {
    assertThat(jobs.sources().values().stream().filter(source -> source.dataOrigin().equals("synthetic")))
        .allSatisfy(source -> assertThat(jobs.tables().get(source.feeds()).warnings())
            .as(source.id()).contains("synthetic_demonstration"));
  }

  @Test
  void everyColumnOfTheDictionaryIsUsed() {
    List<String> used = new java.util.ArrayList<>(jobs.tables().values().stream()
        .flatMap(table -> table.columns().stream()).map(TableContract.ColumnUse::name).distinct().toList());
    // Only releases have it: disclosure control adds it to their tables.
    used.add("withheld");
    assertThat(dictionary.columns().keySet()).isSubsetOf(withSharedColumns(used));
  }

  @Test
  void everyVietnameseTextIsComposedAndSpelledTheNewWay() {
    List<String> oldSpellings = List.of("  ", "hoá", "huỷ", "thuỷ", "toà ", "khoẻ");
    assertThat(texts().map(Bilingual::vi).filter(text -> !Normalizer.isNormalized(text, Normalizer.Form.NFC)
        || oldSpellings.stream().anyMatch(text::contains))).isEmpty();
  }

  @Test
  void everyDefinitionIsASentenceInEachOfTwoLanguages() {
    assertThat(Stream.concat(columnTexts(), issueTexts())
        .filter(text -> !text.vi().endsWith(".") || !text.en().endsWith(".") || text.vi().equals(text.en()))).isEmpty();
  }

  private static List<String> withSharedColumns(List<String> used) {
    return Stream.concat(used.stream(), Stream.of("boundary_basis")).toList();
  }

  private Stream<Bilingual> texts() {
    Stream<Bilingual> tables = jobs.tables().values().stream()
        .flatMap(table -> Stream.of(table.title(), table.question(), table.grain()));
    Stream<Bilingual> titles = dictionary.columns().values().stream().map(Column::title);
    Stream<Bilingual> codes = dictionary.categories().values().stream()
        .flatMap(list -> list.codes().stream()).map(Dictionary.Code::title);
    Stream<Bilingual> indicators = jobs.indicators().values().stream().map(Indicator::title);
    return Stream.of(tables, titles, columnTexts(), issueTexts(), codes, dictionary.warnings().values().stream(),
        indicators).flatMap(all -> all);
  }

  private Stream<Bilingual> columnTexts() {
    return dictionary.columns().values().stream().map(Column::definition);
  }

  private Stream<Bilingual> issueTexts() {
    return dictionary.issues().values().stream()
        .flatMap(issue -> Stream.of(issue.meaning(), issue.action(), issue.remedy()));
  }
}
