package vn.cuulong.landing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.hadoop.conf.Configuration;
import org.slf4j.MDC;
import vn.cuulong.contract.SourceContract;
import vn.cuulong.contract.TableContract;
import vn.cuulong.landing.LandingFolder.Found;

/**
 * Looks at the files of one table: hashes each and finds its layout. Several at a time, because an object store answers
 * in tens of milliseconds whatever is asked for, and a night may bring thousands of small files.
 */
public final class LandingLook {
  /** Requests that wait for a store at the same time; the files' first bytes, some tens of kilobytes each, are held. */
  private static final int FAR_AT_ONCE = 16;

  private final LandingFolder folder;
  private final Configuration conf;
  private final TableContract table;

  /** A look at files of a folder for the table that their sources feed. */
  public LandingLook(LandingFolder folder, Configuration conf, TableContract table) {
    this.folder = folder;
    this.conf = conf;
    this.table = table;
  }

  /**
   * What was seen of one file: a layout, or else the problem.
   *
   * @param fileId SHA-256 of its bytes; empty when it could not be hashed
   * @param layout how it is read, or null
   * @param problem why it cannot be: a {@link LandingFault} of the file, or what the storage said; null with a layout
   */
  public record Seen(Found found, SourceContract source, String fileId, FileLayout layout, IOException problem) {}

  /** What was seen of each file, in the order of the files. */
  public List<Seen> at(Map<Found, SourceContract> files) throws IOException {
    int atOnce = Math.min(files.size(), folder.isLocal() ? Runtime.getRuntime().availableProcessors() : FAR_AT_ONCE);
    if (atOnce <= 1) {
      List<Seen> seen = new ArrayList<>();
      files.forEach((found, source) -> seen.add(look(found, source)));
      return seen;
    }
    Map<String, String> logged = MDC.getCopyOfContextMap();
    List<Callable<Seen>> looks = new ArrayList<>();
    files.forEach((found, source) -> looks.add(() -> {
      if (logged != null) {
        MDC.setContextMap(logged);
      }
      return look(found, source);
    }));
    ExecutorService workers = Executors.newFixedThreadPool(atOnce);
    try {
      List<Seen> seen = new ArrayList<>();
      for (Future<Seen> look : workers.invokeAll(looks)) {
        seen.add(look.get());
      }
      return seen;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IOException("stopped while landing files were looked at", stopped);
    } catch (ExecutionException broken) {
      if (broken.getCause() instanceof Error fatal) {
        throw fatal;
      }
      throw broken.getCause() instanceof RuntimeException known ? known : new IllegalStateException(broken.getCause());
    } finally {
      workers.shutdownNow();
    }
  }

  private Seen look(Found found, SourceContract source) {
    String fileId = "";
    try {
      LandingFile file = folder.identify(found, source);
      fileId = file.fileId();
      return new Seen(found, source, fileId, new FileInspection(conf, file, source, table).layout(), null);
    } catch (IOException problem) {
      return new Seen(found, source, fileId, null, problem);
    }
  }
}
