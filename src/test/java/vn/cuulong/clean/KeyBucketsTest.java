package vn.cuulong.clean;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.util.SizeEstimator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.cuulong.SparkForTests;
import vn.cuulong.contract.Jobs;
import vn.cuulong.contract.JobsReader;
import vn.cuulong.contract.SourceContract;
import vn.cuulong.contract.TableContract;
import vn.cuulong.contract.TableName;
import vn.cuulong.landing.FileInspection;
import vn.cuulong.landing.FileLayout;
import vn.cuulong.landing.FileSurvey;
import vn.cuulong.landing.LandingFile;
import vn.cuulong.landing.LandingFolder;
import vn.cuulong.landing.ReadBlocks;
import vn.cuulong.landing.Survey;
import vn.cuulong.landing.TablePlan;

/** Repeated keys are the same ones wherever the keys lie, and the driver keeps none of them. */
class KeyBucketsTest {
  private static final Jobs JOBS = JobsReader.read(Path.of("jobs"));
  private static final TableContract TABLE = JOBS.tables().get(TableName.of("clean.tourism_stay"));
  private static final SourceContract SOURCE = JOBS.sources().get("tourism-stay-csv");
  private static final TablePlan PLAN = new TablePlan(TABLE, JOBS.dictionary());
  private static final Configuration CONF = new Configuration(false);

  @TempDir
  Path folder;

  @Test
  @DisplayName("keys at hand, keys in Spark's buckets, and some of each give the same losers")
  void anywhere() throws IOException {
    int lost = 0;
    for (long seed = 1; seed <= 3; seed++) {
      List<FileLayout> all = layouts("seed" + seed, ArrivalOrderTest.files(new Random(seed)));
      int cut = new Random(seed).nextInt(1, all.size());
      List<FileLayout> first = all.subList(0, cut);
      List<FileLayout> second = all.subList(cut, all.size());
      // A file that was refused is among those that were read, and not among those that count.
      List<LandingFile> counted = all.stream().skip(seed % 2).map(FileLayout::file).toList();
      List<String> expected = losers(List.of(here(first), here(second)), counted);
      lost += expected.size();
      assertThat(losers(List.of(spread(first), spread(second)), counted)).as("seed %s", seed).isEqualTo(expected);
      assertThat(losers(List.of(here(first), spread(second)), counted)).as("seed %s", seed).isEqualTo(expected);
      assertThat(losers(List.of(spread(all)), counted)).as("seed %s", seed).isEqualTo(expected);
    }
    assertThat(lost).isGreaterThan(20);
  }

  @Test
  @DisplayName("what the driver keeps of a night does not grow with its rows")
  void bounded() throws IOException {
    long few = kept(60_000);
    long many = kept(240_000);
    assertThat(many - few).as("bytes kept for 180,000 further rows").isLessThan(90_000);
  }

  private long kept(int rows) throws IOException {
    StringBuilder text = new StringBuilder(ArrivalOrderTest.HEADER);
    for (int i = 0; i < rows; i++) {
      text.append("05/03/2025;Cần Thơ;CT").append(i).append(";Nhà nghỉ bên sông Hậu, phường Ninh Kiều;Nhà nghỉ;")
          .append(i % 9).append(";3;20;10;4.500\n");
    }
    List<FileLayout> layouts = layouts("rows" + rows, Map.of("a.csv", text.toString()));
    try (CleanBuild build = new CleanBuild(SparkForTests.session(), PLAN, CONF)) {
      List<ReadFile> files = build.survey(layouts, null);
      assertThat(accepted(files.get(0).parts())).isEqualTo(Map.of(0, (long) rows));
      return SizeEstimator.estimate(new ArrayList<>(files));
    }
  }

  private List<FileLayout> layouts(String name, Map<String, String> files) throws IOException {
    Path landing = folder.resolve(name);
    for (Map.Entry<String, String> file : files.entrySet()) {
      Path path = landing.resolve(ArrivalOrderTest.FOLDER + file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
    }
    LandingFolder landed = new LandingFolder(CONF, landing.toUri().toString());
    List<FileLayout> layouts = new ArrayList<>();
    for (LandingFolder.Found found : landed.files()) {
      layouts.add(new FileInspection(CONF, landed.identify(found, SOURCE), SOURCE, TABLE).layout());
    }
    return layouts;
  }

  private static AcceptedRows.Read here(List<FileLayout> layouts) {
    ReadBlocks read = new Survey(PLAN, layouts, null, CONF).run(SparkForTests.session());
    assertThat(read).isInstanceOf(ReadBlocks.Few.class);
    return new AcceptedRows.Read(layouts, read);
  }

  private static AcceptedRows.Read spread(List<FileLayout> layouts) {
    ReadBlocks.Few few = (ReadBlocks.Few) here(layouts).blocks();
    ReadBlocks.Many many = ReadBlocks.Many.of(
        JavaSparkContext.fromSparkContext(SparkForTests.session().sparkContext()).parallelize(few.blocks(), 3));
    assertThat(accepted(many.surveys())).isEqualTo(accepted(few.surveys()));
    assertThat(many.surveys().stream().map(survey -> survey.file).toList())
        .as("in the order of the tasks").isEqualTo(few.surveys().stream().map(survey -> survey.file).toList());
    return new AcceptedRows.Read(layouts, many);
  }

  private static Map<Integer, Long> accepted(List<FileSurvey> surveys) {
    Map<Integer, Long> rows = new TreeMap<>();
    surveys.forEach(survey -> survey.counts.values()
        .forEach(count -> rows.merge(survey.file, count.read - count.rejected, Long::sum)));
    return rows;
  }

  private static List<String> losers(List<AcceptedRows.Read> reads, List<LandingFile> files) {
    List<String> losers = new ArrayList<>();
    new KeyBuckets(reads).losers(files).forEach(some -> some.forEach((file, position, interval, fate) ->
        losers.add(files.get(file).path() + " " + position + " " + interval + " " + fate)));
    return losers.stream().sorted().toList();
  }
}
