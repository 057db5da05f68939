package vn.cuulong.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.cuulong.SparkForTests;
import vn.cuulong.contract.TableName;
import vn.cuulong.lake.Lake;
import vn.cuulong.lake.Leases;
import vn.cuulong.lake.TableState.Book;
import vn.cuulong.landing.SubjectKey;
import vn.cuulong.landing.SubjectSearch;
import vn.cuulong.run.SubjectErasure.Search;
import vn.cuulong.run.TableOutcome.Built;

/** What a person had erased is in no byte of the warehouse, and no run brings it back. */
class SubjectErasureTest {
  private static final TableName FEEDBACK = TableName.of("clean.citizen_feedback");
  private static final String FIRST = "citizen-feedback-jsonl/a.jsonl";
  private static final String SECOND = "citizen-feedback-jsonl/b.jsonl";
  private static final String UNDATED = "citizen-feedback-jsonl/c.jsonl";
  private static final String PHONE = "0900011122";
  private static final SubjectKey KEY = new SubjectKey("a key of more than 16 bytes".getBytes(StandardCharsets.UTF_8));

  @TempDir
  Path folder;

  private Nights nights;

  @Test
  void rowsRejectsAndEarlierVersionsOfAPersonGoForEver() throws IOException {
    nights = Nights.in(folder);
    nights.write(FIRST, line("ERASE-1", "2024-01-05", "An Giang", PHONE) + line("KEEP-1", "2024-01-05", "An Giang", "0911"));
    nights.write(SECOND, line("ERASE-2", "2024-02-05", "Atlantis", PHONE) + line("KEEP-2", "2024-02-06", "Mu", "0911"));
    nights.write(UNDATED, line("ERASE-3", "hôm qua", "An Giang", PHONE) + line("KEEP-3", "mai", "An Giang", "0911"));
    nights.runOne(FEEDBACK);
    nights.write("citizen-feedback-jsonl/d.jsonl", line("KEEP-4", "2024-01-05", "Cà Mau", "0911"));
    nights.runOne(FEEDBACK);
    assertThat(nights.rows(FEEDBACK).count()).isEqualTo(3);
    assertThat(nights.rejects()).hasSize(4);
    assertThat(stored("ERASE")).isNotEmpty();

    String hash = KEY.hash("+84 900-011-122");
    Search search = erase(hash);
    assertThat(search.hits()).extracting(SubjectErasure.Hit::path).containsExactly(FIRST, SECOND, UNDATED);
    assertThat(search.hits().get(0).places()).containsExactly("line 1");

    assertThat(nights.content(FEEDBACK)).hasSize(2).noneMatch(row -> row.contains("ERASE"));
    assertThat(nights.rejects()).hasSize(2).noneMatch(row -> row.contains("ERASE"));
    assertThat(stored("ERASE")).isEmpty();
    assertThat(stored("KEEP-1")).isNotEmpty();
    assertThat(bytesHolding(hash, PHONE, "ERASE")).isEmpty();
    assertThat(nights.books(FEEDBACK).values()).allSatisfy(books -> assertThat(books.values()).allMatch(Book::balances));
    assertThat(nights.books(FEEDBACK).values().stream().flatMap(books -> books.values().stream())
        .mapToLong(Book::read).sum()).isEqualTo(4);
    List<String> rows = nights.content(FEEDBACK);

    // Neither force, nor a copy under another name, nor a lost state brings it back.
    nights.write("citizen-feedback-jsonl/copy.jsonl", Files.readString(nights.landing.resolve(FIRST)));
    nights.run(true, null, FEEDBACK);
    assertThat(nights.content(FEEDBACK)).hasSize(2).noneMatch(row -> row.contains("ERASE"));
    Files.delete(nights.landing.resolve("citizen-feedback-jsonl/copy.jsonl"));
    Files.delete(nights.warehouse.resolve("_ledger/" + FEEDBACK + "/state.json"));
    nights.runOne(FEEDBACK);
    assertThat(nights.content(FEEDBACK)).isEqualTo(rows);
    assertThat(nights.rejects()).hasSize(2);
    assertThat(stored("ERASE")).isEmpty();
  }

  private Search erase(String hash) {
    Lake lake = nights.lake();
    SubjectErasure erasure =
        new SubjectErasure(Nights.jobs(), nights.landing.toString(), new Configuration(), lake);
    RunIdentity identity = new RunIdentity("erasure", "cuulong erase", "test", "test", Clock.systemUTC());
    Search search = erasure.search(new SubjectSearch(KEY, hash, new Configuration()));
    assertThat(search.unsearched()).isEmpty();
    assertThat(erasure.toBuild(search)).contains(FEEDBACK, TableName.of("mart.province_month_digital_service"));
    erasure.note(search, identity);
    assertThat(nights.runOne(FEEDBACK)).isInstanceOf(Built.class);
    try (Leases leases = lake.leases(Clock.systemUTC(), "erasure")) {
      assertThat(erasure.purge(search, lake, SparkForTests.session(), leases, "erasure")).isPositive();
    }
    return search;
  }

  private static String line(String id, String day, String province, String phone) {
    return "{\"id\":\"" + id + "\",\"receivedAt\":\"" + day + "T11:34:18+07:00\",\"channel\":\"app\",\"province\":\""
        + province + "\",\"answeredAt\":null,\"topic\":\"Môi trường\",\"content\":\"x\",\"senderName\":\"Nguyễn Văn An\","
        + "\"senderPhone\":\"" + phone + "\"}\n";
  }

  /** Data files, of whatever version, in which a text stands. */
  private List<String> stored(String text) throws IOException {
    try (var files = Files.walk(nights.warehouse)) {
      return files.filter(file -> file.toString().endsWith(".parquet") && !file.toString().contains("_delta_log"))
          .filter(file -> SparkForTests.session().read().parquet(file.toString()).toJSON().collectAsList().stream()
              .anyMatch(row -> row.contains(text))).map(Path::toString).toList();
    }
  }

  /** Files of any kind whose bytes hold one of these, as they are stored. */
  private List<String> bytesHolding(String... texts) throws IOException {
    try (var files = Files.walk(nights.warehouse)) {
      return files.filter(Files::isRegularFile).filter(file -> {
        try {
          String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
          return List.of(texts).stream().anyMatch(bytes::contains);
        } catch (IOException e) {
          throw new java.io.UncheckedIOException(e);
        }
      }).map(Path::toString).toList();
    }
  }
}
