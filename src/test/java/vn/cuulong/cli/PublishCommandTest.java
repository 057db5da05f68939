package vn.cuulong.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.cuulong.SparkForTests;
import vn.cuulong.contract.ProductContract;
import vn.cuulong.contract.ProductContract.PublishedTable;
import vn.cuulong.lake.Lake;
import vn.cuulong.publish.Samples;
import vn.cuulong.table.Schemas;

class PublishCommandTest {
  /** A product that rests on published figures alone: made-up rows need not add up for disclosure control. */
  private static final ProductContract PRODUCT = Samples.JOBS.products().get("digital-grdp");

  @TempDir Path folder;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void a_release_is_frozen_once_corrected_by_another_and_comes_out_again() throws IOException {
    build(1);
    assertThat(run("publish", "digital-grdp", "--dated", "2026-01-31")).as(err()).isZero();
    assertThat(out()).startsWith("digital-grdp: 2026.01.31  5 tables, 100 rows, ");
    assertThat(run("publish", "digital-grdp", "--dated", "2026-01-31")).isZero();
    assertThat(out()).startsWith("digital-grdp: nothing new since 2026.01.31");

    build(2);
    assertThat(run("publish", "digital-grdp", "--dated", "2026-01-31")).isEqualTo(2);
    assertThat(err()).contains("A second release of a day is a correction", "--corrects");
    assertThat(run("publish", "digital-grdp", "--dated", "2026-01-31", "--corrects", "Doanh thu tính hai lần")).isZero();
    assertThat(folder.resolve("releases/digital-grdp/latest")).hasContent("2026.01.31.2\n");
    assertThat(folder.resolve("releases/digital-grdp/2026.01.31.2/README.md")).content()
        .contains("Đính chính bản 2026.01.31: Doanh thu tính hai lần");

    // The first release still comes out of the version that it names, although the table has changed since.
    for (String release : List.of("digital-grdp", folder.resolve("releases/digital-grdp/2026.01.31").toString())) {
      assertThat(run("verify", release)).as(err()).isZero();
      assertThat(out()).contains("files:   42 files as published", "numbers: province_year_digital_grdp  20 rows as in ver");
    }
    Files.writeString(folder.resolve("releases/digital-grdp/2026.01.31/csv/province_year_digital_grdp.csv"), "x");
    assertThat(run("verify", folder.resolve("releases/digital-grdp/2026.01.31").toString())).isEqualTo(3);
    assertThat(err()).contains("csv/province_year_digital_grdp.csv has been changed");
  }

  @Test
  void a_release_whose_warehouse_is_not_at_hand_is_checked_for_its_files_only() {
    build(1);
    assertThat(run("publish", "digital-grdp")).as(err()).isZero();
    assertThat(run("verify", "digital-grdp", "--warehouse", folder.resolve("nowhere").toString())).isZero();
    assertThat(out()).contains("42 files as published", "numbers: not read again: version ");
  }

  @Test
  void what_was_not_built_is_not_published() {
    assertThat(run("publish", "tourism")).isEqualTo(4);
    assertThat(err()).contains("The product tourism is not published.", "mart.province_month_tourism",
        "run nightly");
    assertThat(folder.resolve("releases")).doesNotExist();
  }

  @Test
  void mistyped_names_are_answered_with_the_nearest_and_days_to_come_are_refused() {
    assertThat(run("publish", "turism")).isEqualTo(2);
    assertThat(err()).contains("There is no product \"turism\".", "Did you mean \"tourism\"?");
    assertThat(run("publish", "tourism", "--dated", "2026-02-01")).isEqualTo(2);
    assertThat(err()).contains("--dated 2026-02-01 is not over yet.");
    assertThat(run("publish", "tourism", "--as-of", "31/01/2026")).isEqualTo(2);
    assertThat(run("verify", "turism")).isEqualTo(2);
    assertThat(err()).contains("There is no release \"turism\".", "Did you mean \"tourism\"?");
    assertThat(run("verify", "tourism")).isEqualTo(2);
    assertThat(err()).contains("Nothing of this product was published");
  }

  private void build(long seed) {
    for (PublishedTable table : PRODUCT.tables()) {
      List<Row> rows = new ArrayList<>();
      Samples.table(table, seed).rows().forEach(row -> rows.add(RowFactory.create(row)));
      new Lake(SparkForTests.session(), folder.resolve("warehouse").toString()).table(table.table())
          .stageWhole(SparkForTests.session().createDataFrame(rows, Schemas.of(table.table()))).commit("run");
    }
  }

  private int run(String... args) {
    out.reset();
    err.reset();
    List<String> all = new ArrayList<>(List.of(args));
    all.addAll(List.of("--releases", folder.resolve("releases").toString()));
    if (!all.contains("--warehouse")) {
      all.addAll(List.of("--warehouse", folder.resolve("warehouse").toString()));
    }
    // 30 January in London is 31 January in Viet Nam.
    Clock clock = Clock.fixed(Instant.parse("2026-01-30T20:00:00Z"), ZoneOffset.UTC);
    Environment environment = new Environment(new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8), 0, clock, "", warehouse -> SparkForTests.session(), null);
    return new Program(environment).run(all.toArray(String[]::new));
  }

  private String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private String err() {
    return err.toString(StandardCharsets.UTF_8);
  }
}
