package vn.cuulong.landing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.cuulong.contract.Jobs;
import vn.cuulong.contract.JobsReader;
import vn.cuulong.generate.GenerateSpec;
import vn.cuulong.generate.Generated;
import vn.cuulong.generate.Generator;
import vn.cuulong.generate.TruthLine;

/**
 * Cleaning is scored against the truth about generated files: for each way of spoiling a value, how many are read
 * right, and whether any is wrong without a flag.
 */
class CleaningScoreTest {
  private static final double LEAST_ACCURACY = 0.995;
  private static final LocalDate FROM = LocalDate.of(2025, 6, 1);
  private static final LocalDate TO = LocalDate.of(2025, 8, 15);

  @TempDir
  static Path dirtyFolder;
  @TempDir
  static Path tidyFolder;

  private static final Map<String, ReadFile> DIRTY = new TreeMap<>();
  private static final List<TruthLine> TRUTH = new ArrayList<>();
  private static Generated tidy;
  private static Jobs jobs;

  /** How one way of spoiling values fared. */
  private static final class Score {
    int values;
    int right;
    int silent;
    final List<String> wrong = new ArrayList<>();

    @Override
    public String toString() {
      return right + " of " + values + " right, " + silent + " silently wrong" + (wrong.isEmpty() ? "" : " " + wrong);
    }
  }

  @BeforeAll
  static void generate() throws IOException {
    jobs = JobsReader.shipped();
    Generated dirty = Generator.generate(spec(dirtyFolder, 0.08), file -> { });
    for (Generated.File file : dirty.files()) {
      DIRTY.put(dirtyFolder.relativize(file.path()).toString(), ReadFile.of(jobs, dirtyFolder, file.path()));
    }
    try (var files = Files.list(dirtyFolder.resolve("_truth"))) {
      for (Path file : files.sorted().toList()) {
        TRUTH.addAll(TruthLine.read(file));
      }
    }
    tidy = Generator.generate(spec(tidyFolder, 0), file -> { });
  }

  private static GenerateSpec spec(Path folder, double dirt) {
    return new GenerateSpec(3000, 7, dirt, folder, FROM, TO, GenerateSpec.Files.HALF, List.of());
  }

  @Test
  @DisplayName("of every way of spoiling a value 99.5 % are read right, and none is wrong without a flag")
  void valuesAreReadRight() throws IOException {
    Map<String, Score> scores = new TreeMap<>();
    for (TruthLine line : TRUTH) {
      if (line.outcome().equals("value") || line.outcome().equals("missing")) {
        score(line, scores.computeIfAbsent(line.kind(), kind -> new Score()));
      }
    }
    List<String> report = new ArrayList<>(List.of("kind,values,right,silently_wrong"));
    scores.forEach((kind, score) -> report.add(kind + "," + score.values + "," + score.right + "," + score.silent));
    Files.write(Path.of("target", "cleaning-score.csv"), report);
    assertThat(scores).hasSizeGreaterThan(20).allSatisfy((kind, score) -> {
      assertThat(score.silent).as("silently wrong: " + kind + " " + score).isZero();
      assertThat(score.right / (double) score.values).as(kind + " " + score).isGreaterThanOrEqualTo(LEAST_ACCURACY);
    });
  }

  private static void score(TruthLine line, Score score) {
    Map<String, String> row = DIRTY.get(line.file()).rows.get(line.key());
    String found = row == null ? "no row" : row.get(line.column());
    score.values++;
    if (line.right().equals(found)) {
      score.right++;
      return;
    }
    boolean flagged = row != null && row.get("issues").contains("," + line.column() + ":");
    score.silent += row != null && !flagged ? 1 : 0;
    if (score.wrong.size() < 5) {
      score.wrong.add(line.column() + " \"" + line.said() + "\": " + found + ", not " + line.right()
          + " in " + line.file() + " " + line.key());
    }
  }

  @Test
  @DisplayName("every row that must be rejected is rejected for its reason, and no other row is")
  void faultyRowsAreRejected() {
    Map<String, Map<String, Integer>> expected = new HashMap<>();
    Map<String, Integer> count = new HashMap<>();
    for (TruthLine line : TRUTH) {
      if (line.outcome().equals("reject") && !line.code().equals("duplicate_key_conflict")) {
        expected.computeIfAbsent(line.file(), file -> new TreeMap<>()).merge(line.code(), 1, Integer::sum);
        count.merge(line.file(), 1, Integer::sum);
      }
    }
    assertThat(DIRTY).allSatisfy((file, read) -> {
      assertThat(read.rejected).as(file + " " + read.rejectSamples).isEqualTo(count.getOrDefault(file, 0));
      expected.getOrDefault(file, Map.of()).forEach((code, rows) ->
          assertThat(read.rejectsByCode.getOrDefault(code, 0)).as(file + ": " + code + " " + read.rejectSamples)
              .isGreaterThanOrEqualTo(rows));
    });
  }

  @Test
  @DisplayName("tidy files are read without a reject and without an issue")
  void tidyFilesAreTidy() throws IOException {
    for (Generated.File file : tidy.files()) {
      ReadFile read = ReadFile.of(jobs, tidyFolder, file.path());
      assertThat(read.rejected).as(file.path() + " " + read.rejectSamples).isZero();
      assertThat((long) read.accepted).as(file.path().toString()).isEqualTo(file.rows());
      assertThat(read.rows).as(file.path() + ": keys").hasSize(read.accepted);
      // Spreadsheets hold days as numbers.
      assertThat(read.rows.values().stream().map(row -> row.get("issues")).distinct())
          .as(file.path().toString()).isSubsetOf(",", ",stay_date:date_serial,");
    }
  }
}
