package vn.cuulong.watch;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;

/** Gauges in the text format of Prometheus, for the text file collector of its node exporter. */
public final class MetricsFile {
  private final Map<String, StringBuilder> families = new LinkedHashMap<>();

  /**
   * Adds a sample.
   *
   * @param name the metric, {@code cuulong_table_rows}
   * @param help one sentence about it
   * @param labels names and values in turn
   */
  public MetricsFile gauge(String name, String help, double value, String... labels) {
    StringBuilder family = families.computeIfAbsent(name, key -> new StringBuilder()
        .append("# HELP ").append(key).append(' ').append(help).append('\n')
        .append("# TYPE ").append(key).append(" gauge\n"));
    family.append(name);
    for (int i = 0; i < labels.length; i += 2) {
      family.append(i == 0 ? "{" : ",").append(labels[i]).append("=\"").append(escaped(labels[i + 1])).append('"');
    }
    family.append(labels.length == 0 ? " " : "} ").append(number(value)).append('\n');
    return this;
  }

  /** The text. */
  public String text() {
    return String.join("", families.values());
  }

  /** Puts the file in place whole, so that nobody collects half of it. */
  public void write(Path file) throws WatchException {
    Path place = file.toAbsolutePath();
    // The collector reads files whose names end in .prom, so it does not see this one.
    Path draft = place.resolveSibling(place.getFileName() + "." + ProcessHandle.current().pid() + ".draft");
    try {
      if (place.getParent() != null) {
        Files.createDirectories(place.getParent());
      }
      Files.write(draft, text().getBytes(StandardCharsets.UTF_8));
      Files.move(draft, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException failed) {
      throw new WatchException("no metrics were written: " + WatchException.reason(failed), failed);
    }
  }

  private static String number(double value) {
    return new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
  }

  private static String escaped(String value) {
    return value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
  }
}
