package vn.cuulong.landing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.hadoop.fs.FSDataInputStream;
import vn.cuulong.vietnamese.Doubt;

/**
 * The one file inside a zip archive. The archive is read by the directory at its end: entries that were written in a
 * stream do not say how long they are, and an archive that was cut off has no directory.
 */
final class ZipContent extends InputStream {
  private final InputStream in;
  private final ZipFile archive;
  private final long expected;
  private final CRC32 checksum = new CRC32();

  private ZipContent(ZipFile archive, ZipArchiveEntry entry) throws IOException {
    this.in = archive.getInputStream(entry);
    this.archive = archive;
    this.expected = entry.getCrc();
  }

  /**
   * Opens the file in an archive; folders and the side files of one operating system do not count.
   *
   * @param size of the archive in bytes
   * @throws LandingFault when the archive is damaged, holds not exactly one file, or a path that leaves its folder
   */
  static InputStream open(FSDataInputStream in, long size) throws IOException {
    ZipFile archive = null;
    try {
      // Names inside are often in an old Vietnamese encoding. They do not matter, and must not stop the reading.
      archive = ZipFile.builder().setSeekableByteChannel(new StoredChannel(in, size))
          .setCharset(StandardCharsets.ISO_8859_1).get();
      return new ZipContent(archive, onlyFile(archive));
    } catch (IOException | RuntimeException failed) {
      (archive == null ? in : archive).close();
      throw failed instanceof LandingFault fault ? fault
          : new LandingFault(Doubt.FILE_TRUNCATED, "the compressed file is damaged: " + failed.getMessage());
    }
  }

  private static ZipArchiveEntry onlyFile(ZipFile archive) throws LandingFault {
    ZipArchiveEntry only = null;
    for (ZipArchiveEntry entry : Collections.list(archive.getEntries())) {
      if (entry.isDirectory() || entry.getName().startsWith("__MACOSX/")) {
        continue;
      }
      if (leaves(entry.getName())) {
        throw new LandingFault(Doubt.PATH_OUTSIDE, "the zip archive holds the path " + entry.getName());
      }
      if (entry.getGeneralPurposeBit().usesEncryption()) {
        throw new LandingFault(Doubt.FILE_NOT_UNDERSTOOD, "the zip archive is locked with a password");
      }
      if (only != null) {
        throw new LandingFault(Doubt.FILE_NOT_UNDERSTOOD,
            "the zip archive holds a second file, " + entry.getName() + "; one file per archive is read");
      }
      only = entry;
    }
    if (only == null) {
      throw new LandingFault(Doubt.FILE_TRUNCATED, "the zip archive holds no file");
    }
    return only;
  }

  private static boolean leaves(String name) {
    String path = name.replace('\\', '/');
    boolean drive = path.length() > 1 && path.charAt(1) == ':';
    return drive || path.startsWith("/") || List.of(path.split("/")).contains("..");
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int count = in.read(bytes, offset, length);
    if (count > 0) {
      checksum.update(bytes, offset, count);
    } else if (count < 0 && checksum.getValue() != expected) {
      throw new LandingFault(Doubt.FILE_TRUNCATED, "the compressed file is damaged: its checksum does not agree");
    }
    return count;
  }

  @Override
  public void close() throws IOException {
    try (archive) {
      in.close();
    }
  }

  /** A stored file as the archive reader wants it. */
  private static final class StoredChannel implements SeekableByteChannel {
    private final FSDataInputStream in;
    private final long size;
    private final byte[] buffer = new byte[1 << 13];
    private boolean open = true;

    private StoredChannel(FSDataInputStream in, long size) {
      this.in = in;
      this.size = size;
    }

    @Override
    public int read(ByteBuffer out) throws IOException {
      int count = in.read(buffer, 0, Math.min(buffer.length, out.remaining()));
      if (count > 0) {
        out.put(buffer, 0, count);
      }
      return count;
    }

    @Override
    public int write(ByteBuffer bytes) {
      throw new UnsupportedOperationException("landing files are read, never written");
    }

    @Override
    public long position() throws IOException {
      return in.getPos();
    }

    @Override
    public SeekableByteChannel position(long position) throws IOException {
      in.seek(position);
      return this;
    }

    @Override
    public long size() {
      return size;
    }

    @Override
    public SeekableByteChannel truncate(long length) {
      throw new UnsupportedOperationException("landing files are read, never written");
    }

    @Override
    public boolean isOpen() {
      return open;
    }

    @Override
    public void close() throws IOException {
      open = false;
      in.close();
    }
  }
}
