package vn.cuulong.publish.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.cuulong.contract.Bilingual;

class DataDaysTest {
  private static final String HEAD = "indicator,period_end,value,data_origin\n";

  @TempDir
  private Path folder;

  @Test
  void howFarTheFiguresReachAndTheDayOfTheReleaseAreSaidApart() throws IOException {
    assertThat(told("a,2025-12-31,1,published\nb,2025-09-30,2,synthetic\nc,2026-06-30,,published\n")).isEqualTo(
        new Bilingual("Số liệu công bố và ước tính đến hết ngày 31/12/2025; số liệu mô phỏng đến hết ngày 30/9/2025. "
            + "Bản phát hành ghi ngày 31/1/2026.",
            "Published figures and estimates to 31 December 2025; simulated figures to 30 September 2025. "
                + "Release of 31 January 2026."));
  }

  @Test
  void aReleaseThatIsDatedBeforeItsNewestPeriodSaysSo() throws IOException {
    Bilingual told = told("a,2026-09-30,1,published\n");
    assertThat(told.vi()).isEqualTo("Số liệu công bố và ước tính đến hết ngày 30/9/2026. Bản phát hành ghi ngày "
        + "31/1/2026 (ngày do người phát hành ghi, ở đây sớm hơn kỳ số liệu mới nhất).");
    assertThat(told.en()).contains("31 January 2026 (a day that the publisher wrote down");
  }

  private Bilingual told(String rows) throws IOException {
    return new DataDays(NewestReleases.in(ReleasedFiles.of(folder, HEAD + rows))).told();
  }
}
