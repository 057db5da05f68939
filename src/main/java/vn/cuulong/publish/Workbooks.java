package vn.cuulong.publish;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** Takes the moment of writing out of a workbook, so that the same cells give the same bytes. */
final class Workbooks {
  private static final LocalDateTime STAMP = LocalDateTime.of(2020, 1, 1, 0, 0);
  private static final String CREATED = "<dcterms:created xsi:type=\"dcterms:W3CDTF\">";

  private Workbooks() {}

  /**
   * The same workbook as of a day.
   *
   * @param workbook the bytes of an XLSX file
   * @param day ISO, for the property that says when it was made
   */
  static byte[] asOf(byte[] workbook, String day) {
    try {
      // The writer leaves sizes to the directory at the end of the archive, which only a file gives access to.
      Path file = Files.createTempFile("workbook", ".xlsx");
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try {
        Files.write(file, workbook);
        try (ZipFile in = new ZipFile(file.toFile()); ZipOutputStream zip = new ZipOutputStream(bytes)) {
          for (ZipEntry entry : Collections.list(in.entries())) {
            byte[] content = in.getInputStream(entry).readAllBytes();
            ZipEntry copy = new ZipEntry(entry.getName());
            copy.setTimeLocal(STAMP);
            zip.putNextEntry(copy);
            zip.write(entry.getName().endsWith("core.xml") ? created(content, day) : content);
            zip.closeEntry();
          }
        }
      } finally {
        Files.delete(file);
      }
      return bytes.toByteArray();
    } catch (IOException failed) {
      throw new UncheckedIOException("a workbook cannot be written to the folder for temporary files", failed);
    }
  }

  private static byte[] created(byte[] content, String day) {
    String text = new String(content, StandardCharsets.UTF_8);
    int begin = text.indexOf(CREATED) + CREATED.length();
    int end = text.indexOf('<', begin);
    return (text.substring(0, begin) + day + "T00:00:00Z" + text.substring(end)).getBytes(StandardCharsets.UTF_8);
  }
}
