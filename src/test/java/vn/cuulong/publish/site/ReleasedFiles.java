package vn.cuulong.publish.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Releases as files, for tests of those who read them. */
final class ReleasedFiles {
  static final String COMPARISON = """
      indicator,unit_id,boundary_basis,period_kind,period_start,period_end,unit_code,value,value_low,value_high,rank,source_reference,status,data_origin
      guest_count,vinh-long-2025,units_2025,month,2025-09-01,2025-09-30,guest,3668.0,,,2,,final,synthetic
      guest_count,vinh-long-2025,as_published,month,2025-09-01,2025-09-30,guest,3668.0,,,2,,final,synthetic
      guest_count,vinh-long-2025,units_2025,month,2021-09-01,2021-09-30,guest,17.0,,,1,,final,synthetic
      grdp_per_capita,vinh-long-2025,units_2025,year,2019-01-01,2019-12-31,million_vnd_per_person,75.67493499107941,,,4,"a ""b"", </script><img src=x>",preliminary,published
      """;

  private ReleasedFiles() {}

  /** A folder with one release of the comparison. */
  static Path of(Path folder, String comparison) throws IOException {
    return version(folder, "2026.01.31", comparison);
  }

  static Path version(Path folder, String version, String comparison) throws IOException {
    Path csv = Files.createDirectories(folder.resolve("comparison").resolve(version).resolve("csv"));
    Files.writeString(csv.resolve("regional_comparison.csv"), "\uFEFF" + comparison);
    return folder;
  }
}
