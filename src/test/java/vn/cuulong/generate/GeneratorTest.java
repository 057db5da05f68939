package vn.cuulong.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.cuulong.contract.Jobs;
import vn.cuulong.contract.JobsReader;
import vn.cuulong.contract.SourceContract;
import vn.cuulong.territory.Territory;
import vn.cuulong.vietnamese.Encoding;

/** The generator says what it did, and does the same every time. */
class GeneratorTest {
  private static final LocalDate FROM = LocalDate.of(2025, 6, 20);
  private static final LocalDate TO = LocalDate.of(2025, 7, 10);
  private static final String ORDERS = "ecommerce-order-csv";

  @TempDir
  Path folder;

  private GenerateSpec spec(String name, double dirt, GenerateSpec.Files files, String... sources) {
    return new GenerateSpec(1500, 42, dirt, folder.resolve(name), FROM, TO, files, List.of(sources));
  }

  private List<String> lines(String name, String source) throws IOException {
    List<String> lines = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder.resolve(name).resolve(source))) {
      for (Path file : files.sorted().toList()) {
        List<String> all = Files.readAllLines(file);
        lines.addAll(all.subList(1, all.size()));
      }
    }
    return lines;
  }

  @Test
  @DisplayName("the same spec gives the same bytes, workbooks and archives included")
  void deterministic() throws IOException {
    Generated one = Generator.generate(spec("one", 0.05, GenerateSpec.Files.HALF), file -> { });
    Generated two = Generator.generate(spec("two", 0.05, GenerateSpec.Files.HALF), file -> { });
    assertThat(one.files()).hasSize(27);
    assertThat(one.rows()).isEqualTo(two.rows());
    for (int i = 0; i < one.files().size(); i++) {
      assertThat(one.files().get(i).path()).hasSameBinaryContentAs(two.files().get(i).path());
    }
    for (String source : Generator.sourceIds()) {
      String truth = "_truth/" + source + ".csv";
      assertThat(folder.resolve("one").resolve(truth)).hasSameBinaryContentAs(folder.resolve("two").resolve(truth));
    }
  }

  @Test
  @DisplayName("cutting the period into files changes no record")
  void cutting() throws IOException {
    Generator.generate(spec("day", 0, GenerateSpec.Files.DAY, ORDERS), file -> { });
    Generator.generate(spec("one", 0, GenerateSpec.Files.ONE, ORDERS), file -> { });
    assertThat(lines("day", ORDERS)).isEqualTo(lines("one", ORDERS)).hasSize(1500);
  }

  @Test
  @DisplayName("every line that differs from the tidy one stands in the truth file, and nothing else does")
  void truthIsComplete() throws IOException {
    Generator.generate(spec("tidy", 0, GenerateSpec.Files.ONE, ORDERS), file -> { });
    Generator.generate(spec("dirty", 0.05, GenerateSpec.Files.ONE, ORDERS), file -> { });
    List<TruthLine> truth = TruthLine.read(folder.resolve("dirty/_truth/" + ORDERS + ".csv"));
    Map<String, List<TruthLine>> byKey = truth.stream().collect(Collectors.groupingBy(TruthLine::key));
    Set<String> tidy = new HashSet<>(lines("tidy", ORDERS));
    List<String> dirty = lines("dirty", ORDERS);

    long twice = truth.stream().filter(line -> line.kind().startsWith("duplicate")).count();
    long same = truth.stream().filter(line -> line.kind().equals("duplicate_same")).count();
    assertThat(dirty).hasSize(1500 + (int) twice);
    assertThat(dirty.stream().filter(line -> !tidy.contains(line)).count()).isEqualTo(byKey.size() - same);
    assertThat(byKey.size()).isGreaterThan(500);
    assertThat(Files.readAllLines(folder.resolve("tidy/_truth/" + ORDERS + ".csv"))).hasSize(1);
  }

  @Test
  @DisplayName("every kind of fault of a row occurs, and each source that keeps lines has short, long and open ones")
  void faults() throws IOException {
    Generator.generate(spec("faults", 0.6, GenerateSpec.Files.ONE, ORDERS, "ecommerce-order-jsonl"), file -> { });
    Set<String> kinds = new HashSet<>();
    for (String source : List.of(ORDERS, "ecommerce-order-jsonl")) {
      TruthLine.read(folder.resolve("faults/_truth/" + source + ".csv")).forEach(line -> kinds.add(line.kind()));
    }
    assertThat(kinds).contains("duplicate_same", "duplicate_conflict", "negative_count", "impossible_date",
        "unknown_place", "required_missing", "foreign_money", "short_row", "long_row", "open_quote", "broken_object",
        "tone_placement", "decomposed", "eth", "prefix", "no_diacritics", "old_name", "missing_mark", "time_spelling");
  }

  @Test
  @DisplayName("the days of a period follow the season: the weeks before Tết are busy in trade, Tết itself in travel")
  void season() {
    LocalDate tet = LocalDate.of(2025, 1, 29);
    assertThat(Season.fromTet(tet)).isZero();
    assertThat(Season.COMMERCE.of(tet.minusDays(10))).isGreaterThan(3 * Season.COMMERCE.of(tet.plusDays(1)));
    assertThat(Season.TOURISM.of(tet.plusDays(3))).isGreaterThan(2 * Season.TOURISM.of(tet.minusDays(3)));
    assertThat(mean(Season.TOURISM, 2025, 7)).isGreaterThan(1.2 * mean(Season.TOURISM, 2025, 10));
    assertThat(mean(Season.TOURISM, 2026, 10)).isGreaterThan(1.05 * mean(Season.TOURISM, 2025, 10));
    assertThat(Season.OFFICE.of(LocalDate.of(2025, 3, 9)))
        .isLessThan(0.1 * Season.OFFICE.of(LocalDate.of(2025, 3, 10)));
  }

  private static double mean(Season season, int year, int month) {
    LocalDate first = LocalDate.of(year, month, 1);
    return first.datesUntil(first.plusMonths(1)).mapToDouble(season::of).average().orElseThrow();
  }

  @Test
  @DisplayName("until 30 June 2025 sellers stand in old provinces, from the next day on in new ones")
  void boundaryBreak() throws IOException {
    Generator.generate(spec("break", 0, GenerateSpec.Files.DAY, ORDERS), file -> { });
    Map<Boolean, Set<String>> sellers = new TreeMap<>();
    for (String line : lines("break", ORDERS)) {
      List<String> fields = TruthLine.fields(line);
      boolean after = fields.get(0).substring(3, 5).equals("07");
      sellers.computeIfAbsent(after, key -> new HashSet<>()).add(fields.get(5));
    }
    assertThat(sellers.get(false)).hasSize(15).contains("Bến Tre", "Sóc Trăng", "Vĩnh Phúc", "Long An");
    assertThat(sellers.get(true)).containsExactlyInAnyOrder(
        "An Giang", "Cà Mau", "Cần Thơ", "Đồng Tháp", "Vĩnh Long", "Tây Ninh", "Phú Thọ");
  }

  @Test
  @DisplayName("sellers are spread as the published population is")
  void weights() throws IOException {
    GenerateSpec many = new GenerateSpec(40_000, 1, 0, folder.resolve("many"), LocalDate.of(2025, 3, 1),
        LocalDate.of(2025, 3, 31), GenerateSpec.Files.ONE, List.of(ORDERS));
    Generator.generate(many, file -> { });
    Map<String, Long> lines = lines("many", ORDERS).stream()
        .collect(Collectors.groupingBy(line -> TruthLine.fields(line).get(5), Collectors.counting()));
    double people = Places.standard().inScope().stream().mapToDouble(Place::populationThousand).sum();
    for (Place place : Places.standard().inScope()) {
      double share = lines.get(place.before().vietnamese()) / 40_000.0;
      assertThat(share).as(place.before().vietnamese()).isBetween(
          place.populationThousand() / people - 0.01, place.populationThousand() / people + 0.01);
    }
  }

  @Test
  @DisplayName("every unit id of the places is a unit of the territory, valid on its side of the break")
  void unitIds() {
    Territory territory = Territory.standard();
    for (Place place : Places.standard().all()) {
      assertThat(territory.resolve(place.before().vietnamese(), LocalDate.of(2024, 7, 1)).unitId())
          .isEqualTo(place.before().unitId());
      assertThat(territory.resolve(place.after().vietnamese(), LocalDate.of(2025, 7, 1)).unitId())
          .isEqualTo(place.after().unitId());
    }
  }

  @Test
  @DisplayName("each source is declared in jobs with exactly the headers that are generated, and as synthetic")
  void contractsAgree() {
    Jobs jobs = JobsReader.shipped();
    for (Source source : Sources.all()) {
      SourceContract contract = jobs.sources().get(source.id());
      assertThat(contract).as(source.id()).isNotNull();
      assertThat(contract.feeds().toString()).isEqualTo(source.table());
      assertThat(contract.dataOrigin()).isEqualTo("synthetic");
      Map<String, List<String>> declared = new TreeMap<>();
      contract.columns().stream().filter(feed -> feed.constant() == null)
          .forEach(feed -> declared.put(feed.column(), feed.headers()));
      for (Field field : source.fields()) {
        for (String column : field.feeds()) {
          assertThat(declared.remove(column)).as(source.id() + " " + column)
              .containsExactlyInAnyOrderElementsOf(field.headers());
        }
        if (field.feeds().isEmpty()) {
          assertThat(Stream.concat(contract.drops().stream(), contract.ignores().stream())).as(source.id())
              .containsAll(field.headers());
        }
      }
      assertThat(declared).as(source.id() + " declares columns that are not generated").isEmpty();
    }
  }

  @Test
  @DisplayName("text in the old encodings reads back as it was")
  void letterings() {
    String letters = "aàảãáạăằẳẵắặâầẩẫấậđeèẻẽéẹêềểễếệiìỉĩíịoòỏõóọôồổỗốộơờởỡớợuùủũúụưừửữứựyỳỷỹýỵĂÂÊÔƠƯĐ";
    byte[] utf8 = letters.getBytes(StandardCharsets.UTF_8);
    Map.of(Lettering.TCVN3, Encoding.TCVN3, Lettering.WINDOWS_1258, Encoding.WINDOWS_1258,
        Lettering.UTF_16LE, Encoding.UTF_16LE).forEach((written, read) -> {
          assertThat(written.holds(letters)).isTrue();
          byte[] bytes = written.encode(utf8, utf8.length);
          assertThat(new String(read.toUtf8(bytes), StandardCharsets.UTF_8)).as(read.toString()).isEqualTo(letters);
        });
    assertThat(Lettering.TCVN3.holds("Ấp Ông Bình")).isFalse();
  }

  @Test
  @DisplayName("a corrected file follows its estimate and is otherwise the same months")
  void correction() throws IOException {
    Generated generated =
        Generator.generate(spec("report", 0, GenerateSpec.Files.HALF, "tourism-report-csv"), file -> { });
    assertThat(generated.files().stream().map(file -> file.path().getFileName().toString())).containsExactly(
        "tourism_report_synthetic_2025-H1.csv", "tourism_report_synthetic_2025-H1.v2.csv",
        "tourism_report_synthetic_2025-H2.csv");
  }

  @Test
  @DisplayName("no file is without records: monthly reports come in monthly files, quiet days in none")
  void noEmptyFiles() throws IOException {
    GenerateSpec few = new GenerateSpec(5, 3, 0, folder.resolve("few"), FROM, TO, GenerateSpec.Files.DAY, List.of());
    Generated generated = Generator.generate(few, file -> { });
    assertThat(generated.files()).allSatisfy(file -> {
      assertThat(file.rows()).as(file.path().toString()).isPositive();
      assertThat(file.path()).exists();
    });
    try (Stream<Path> files = Files.walk(few.out())) {
      assertThat(files.filter(Files::isRegularFile).filter(file -> !file.toString().contains("_truth")))
          .hasSize(generated.files().size());
    }
    assertThat(generated.files().stream().filter(file -> file.source().equals("tourism-report-xlsx"))).hasSize(2);
  }

  @Test
  @DisplayName("a wrong wish is refused with what to wish instead")
  void refusals() {
    assertThatThrownBy(() -> new GenerateSpec(0, 1, 0, folder, FROM, TO, GenerateSpec.Files.ONE, List.of()))
        .hasMessageContaining("--rows");
    assertThatThrownBy(() -> new GenerateSpec(1, 1, 2, folder, FROM, TO, GenerateSpec.Files.ONE, List.of()))
        .hasMessageContaining("probability");
    assertThatThrownBy(() -> new GenerateSpec(1, 1, 0, folder, TO, FROM, GenerateSpec.Files.ONE, List.of()))
        .hasMessageContaining("--from");
    assertThatThrownBy(() -> new GenerateSpec(1, 1, 0, folder, FROM.minusYears(30), TO, GenerateSpec.Files.ONE,
        List.of())).hasMessageContaining("Tết");
    assertThatThrownBy(() -> spec("x", 0, GenerateSpec.Files.ONE, "nonsense")).hasMessageContaining(ORDERS);
  }
}
