package vn.cuulong.landing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.cuulong.contract.SourceContract;
import vn.cuulong.landing.LandingFolder.Found;
import vn.cuulong.landing.LandingLook.Seen;
import vn.cuulong.vietnamese.Doubt;

/** Looking at many files of a store that is far away, here a folder under another scheme. */
class LandingLookTest {
  private static final SourceContract STAY = Landed.source("tourism-stay-csv");
  private static final int FILES = 40;
  private static final int BROKEN = 17;

  @TempDir
  Path temp;
  private Path sources;
  private LandingFolder folder;
  private Configuration conf;

  @BeforeEach
  void manyFiles() throws IOException {
    Far.ASKED.set(0);
    sources = Files.createDirectories(temp.resolve(STAY.id()));
    byte[] sample = Files.readAllBytes(Path.of("data-samples/landing", STAY.id(), "tourism_stay_synthetic_2024-H2.csv"));
    for (int i = 0; i < FILES; i++) {
      Files.write(file(i), i == BROKEN ? new byte[0] : sample);
    }
    conf = new Configuration(false);
    conf.setClass("fs.far.impl", Far.class, FileSystem.class);
    conf.setBoolean("fs.far.impl.disable.cache", true);
    folder = new LandingFolder(conf, "far://" + temp);
  }

  private Path file(int number) {
    return sources.resolve("stay-%02d.csv".formatted(number));
  }

  private List<Seen> look() throws IOException {
    Map<Found, SourceContract> files = new LinkedHashMap<>();
    folder.files().forEach(found -> files.put(found, STAY));
    return new LandingLook(folder, conf, Landed.JOBS.tables().get(STAY.feeds())).at(files);
  }

  @Test
  @DisplayName("what was seen comes in the order of the files, and one that cannot be used keeps its place")
  void inOrder() throws IOException {
    List<Seen> seen = look();
    assertThat(seen).hasSize(FILES).extracting(Seen::found).isEqualTo(folder.files());
    for (int i = 0; i < FILES; i++) {
      if (i == BROKEN) {
        assertThat(seen.get(i).problem()).isInstanceOfSatisfying(LandingFault.class,
            fault -> assertThat(fault.doubt()).isEqualTo(Doubt.FILE_EMPTY));
      } else {
        assertThat(seen.get(i).layout().file().path()).isEqualTo(seen.get(i).found().path());
        assertThat(seen.get(i).fileId()).hasSize(64);
      }
    }
  }

  @Test
  @DisplayName("whether many files are as they were is asked of the list, not of each file")
  void asksTheList() throws IOException {
    List<LandingFile> files = new ArrayList<>();
    look().stream().filter(seen -> seen.problem() == null).forEach(seen -> files.add(seen.layout().file()));
    Far.ASKED.set(0);
    assertThat(folder.firstChanged(files)).isEmpty();
    assertThat(Far.ASKED.get()).isLessThan(FILES / 4);
    Files.writeString(file(30), "grown");
    assertThat(folder.firstChanged(files)).map(LandingFile::path).hasValue(STAY.id() + "/stay-30.csv");
    Files.delete(file(3));
    assertThat(folder.firstChanged(files)).map(LandingFile::path).hasValue(STAY.id() + "/stay-03.csv");
  }

  @Test
  @DisplayName("a few files are asked for one by one")
  void asksAFew() throws IOException {
    List<LandingFile> files = List.of(look().get(3).layout().file());
    assertThat(folder.firstChanged(files)).isEmpty();
    Files.writeString(file(3), "other");
    assertThat(folder.firstChanged(files)).isPresent();
  }

  /** A local folder that is not known as one, and counts for how many files it is asked. */
  public static final class Far extends RawLocalFileSystem {
    private static final AtomicInteger ASKED = new AtomicInteger();
    private static final URI NAME = URI.create("far:///");

    @Override
    public URI getUri() {
      return NAME;
    }

    @Override
    public String getScheme() {
      return "far";
    }

    @Override
    public FileStatus getFileStatus(org.apache.hadoop.fs.Path path) throws IOException {
      ASKED.incrementAndGet();
      return plain(super.getFileStatus(path));
    }

    @Override
    public FileStatus[] listStatus(org.apache.hadoop.fs.Path folder) throws IOException {
      int asked = ASKED.get();
      FileStatus[] files = Arrays.stream(super.listStatus(folder)).map(Far::plain).toArray(FileStatus[]::new);
      ASKED.set(asked);
      return files;
    }

    /** Without owner and permissions, which a local file system would look for under another scheme. */
    private static FileStatus plain(FileStatus local) {
      return new FileStatus(local.getLen(), local.isDirectory(), 1, local.getBlockSize(), local.getModificationTime(),
          local.getPath());
    }
  }
}
