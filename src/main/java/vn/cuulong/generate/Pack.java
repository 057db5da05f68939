package vn.cuulong.generate;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** How a file is compressed. */
enum Pack {
  NONE(""), GZIP(".gz"), ZIP(".zip");

  final String extension;

  Pack(String extension) {
    this.extension = extension;
  }

  /** Opens the file for writing; the same content gives the same bytes, whenever it is written. */
  OutputStream open(Path file) throws IOException {
    OutputStream out = Files.newOutputStream(file);
    return switch (this) {
      case NONE -> out;
      case GZIP -> new GZIPOutputStream(out, 1 << 16);
      case ZIP -> zip(out, file.getFileName().toString());
    };
  }

  private static OutputStream zip(OutputStream out, String name) throws IOException {
    ZipOutputStream zip = new ZipOutputStream(out);
    ZipEntry entry = new ZipEntry(name.substring(0, name.length() - ZIP.extension.length()));
    entry.setTimeLocal(LocalDateTime.of(2020, 1, 1, 0, 0));
    zip.putNextEntry(entry);
    return new FilterOutputStream(zip) {
      @Override
      public void write(byte[] bytes, int offset, int length) throws IOException {
        zip.write(bytes, offset, length);
      }

      @Override
      public void close() throws IOException {
        zip.closeEntry();
        zip.close();
      }
    };
  }
}
