package vn.cuulong.watch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.cuulong.contract.Jobs;
import vn.cuulong.contract.TableName;
import vn.cuulong.run.Progress;
import vn.cuulong.run.RunIdentity;
import vn.cuulong.run.TableOutcome;

/**
 * Tells an OpenLineage consumer what each table of a run is made of: an event when work on it begins and one when it
 * ends, to a file (one JSON object a line, added at the end) or by HTTP. The first failure ends the telling.
 */
public final class Lineage implements Progress {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final LineageEvents events;
  private final Path file;
  private final Post post;
  private final List<String> warnings = new ArrayList<>();

  /**
   * A teller.
   *
   * @param place a file or an http(s) address
   */
  public Lineage(String place, Jobs jobs, String landing, String warehouse, RunIdentity identity) {
    this.events = new LineageEvents(jobs, landing, warehouse, identity);
    this.post = Post.isAddress(place) ? new Post(place) : null;
    this.file = post == null ? Path.of(place) : null;
  }

  @Override
  public synchronized void begins(TableName table, int place, int total) {
    tell(events.start(table));
  }

  @Override
  public synchronized void ended(TableOutcome outcome) {
    tell(events.end(outcome));
  }

  /** What could not be told. */
  public synchronized List<String> warnings() {
    return List.copyOf(warnings);
  }

  private void tell(Map<String, Object> event) {
    if (!warnings.isEmpty()) {
      return;
    }
    try {
      String json = JSON.writeValueAsString(event);
      if (post != null) {
        post.send(json);
      } else {
        if (file.toAbsolutePath().getParent() != null) {
          Files.createDirectories(file.toAbsolutePath().getParent());
        }
        Files.write(file, (json + "\n").getBytes(StandardCharsets.UTF_8), StandardOpenOption.CREATE,
            StandardOpenOption.APPEND);
      }
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("texts, numbers, lists and maps are always JSON", impossible);
    } catch (IOException failed) {
      warnings.add("lineage is incomplete: " + WatchException.reason(failed));
    } catch (WatchException failed) {
      warnings.add("lineage is incomplete: " + failed.getMessage());
    }
  }
}
