package vn.cuulong.mart;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.cuulong.SparkForTests;
import vn.cuulong.TableBuilds;
import vn.cuulong.contract.Jobs;
import vn.cuulong.contract.JobsReader;
import vn.cuulong.contract.TableName;
import vn.cuulong.table.Interval;
import vn.cuulong.table.Schemas;

class MartPlansTest {
  private static final Jobs JOBS = JobsReader.shipped();

  static Stream<TableName> marts() {
    return JOBS.tables().keySet().stream().filter(name -> name.layer().equals("mart"));
  }

  @ParameterizedTest
  @MethodSource("marts")
  void aMartOfEmptyInputsHasTheColumnsOfItsContractAndNoRows(TableName name) {
    Interval interval = JOBS.tables().get(name).isWhole() ? Interval.ALWAYS
        : new Interval(LocalDate.of(2025, 6, 1), LocalDate.of(2025, 9, 1));
    Dataset<Row> built = TableBuilds.of(name).build(
        input -> SparkForTests.session().createDataFrame(List.of(),
            Schemas.of(JOBS.tables().get(TableName.of(input)))), interval);

    assertThat(TableBuilds.checked(built, JOBS.tables().get(name), interval)).isEmpty();
  }
}
