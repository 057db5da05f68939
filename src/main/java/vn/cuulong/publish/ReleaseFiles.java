package vn.cuulong.publish;

import java.nio.charset.StandardCharsets;
import java.util.SortedMap;
import java.util.TreeMap;
import vn.cuulong.publish.CsvFile.Dialect;

/** All files of a release, by their path below its folder. A table is small: a release fits in memory. */
public final class ReleaseFiles {
  static final String SUMS = "SHA256SUMS";

  private ReleaseFiles() {}

  /** The files of a release; the same release gives the same bytes. */
  public static SortedMap<String, byte[]> of(Release release) {
    CodeNames names = new CodeNames(release.dictionary());
    SortedMap<String, byte[]> files = new TreeMap<>();
    for (FrozenTable table : release.tables()) {
      for (Dialect dialect : Dialect.values()) {
        files.put(dialect.folder() + "/" + table.name() + ".csv", CsvFile.of(table, dialect));
      }
      byte[] parquet = ParquetFile.of(table);
      files.put("parquet/" + table.name() + ".parquet", parquet);
      DeltaFolder.add(files, table, parquet, release.version().day());
      files.put("sdmx/" + table.name() + ".csv", SdmxData.of(table, release.version()));
      files.put("sdmx/" + table.name() + "-dsd.xml", SdmxStructure.of(table, names, release.version()));
    }
    files.put("xlsx/" + release.product().id() + ".xlsx", Spreadsheet.of(release, names));
    files.put(DataPackage.FILE, DataPackage.of(release, names, files));
    files.put(Catalogue.FILE, Catalogue.of(release, files));
    files.put(ReleaseTexts.CITATION, ReleaseTexts.citation(release));
    files.put(ReleaseTexts.READ_ME, ReleaseTexts.readMe(release));
    files.put("LICENSE.txt", Shipped.text("/licences/" + release.product().licence().spdx() + ".txt")
        .getBytes(StandardCharsets.UTF_8));
    files.put(Manifest.FILE, Manifest.of(release, files));
    files.put(SUMS, sums(files));
    return files;
  }

  /** As {@code sha256sum --check} reads it. */
  private static byte[] sums(SortedMap<String, byte[]> files) {
    StringBuilder sums = new StringBuilder();
    files.forEach((path, bytes) -> sums.append(Sha256.of(bytes)).append("  ").append(path).append('\n'));
    return sums.toString().getBytes(StandardCharsets.UTF_8);
  }
}
