package vn.cuulong.contract;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import vn.cuulong.contract.Schedule.Missed;
import vn.cuulong.contract.Schedule.Work;

/** Reads {@code schedules.yml}: first by itself, then against the tables and products that it is about. */
final class ScheduleReader {
  static final String FILE = "schedules.yml";
  private static final String[] KEYS = {"title", "cron", "zone", "does", "products", "deadline", "retries",
      "retry_after", "missed"};
  private static final int MOST_RETRIES = 10;

  private final YamlMap file;
  private final Map<String, YamlMap> maps = new LinkedHashMap<>();
  private final Map<String, Schedule> schedules = new LinkedHashMap<>();

  ScheduleReader(Path path, String name, List<Problem> problems) {
    file = YamlFile.read(path, name, problems);
  }

  /** The schedules by name, in the order of the file. */
  Map<String, Schedule> read() {
    for (String name : file.keys()) {
      YamlMap map = file.map(name, "the schedule \"" + name + "\"").allow(KEYS);
      if (!DictionaryReader.isName(name, '-')) {
        file.problem(name, "the schedule name \"" + name + "\"", "it becomes the name of units and jobs",
            "write lower case ASCII words joined by \"-\"");
      }
      maps.put(name, map);
      schedules.put(name, new Schedule(name, map.bilingual("title"), cron(map), zone(map),
          map.choice("does", Work.class, Work.RUN), map.oneOrMore("products").stream().map(YamlMap.Item::text).toList(),
          duration(map, "deadline", Duration.ofHours(4)), retries(map),
          duration(map, "retry_after", Duration.ofMinutes(10)), map.choice("missed", Missed.class, Missed.TOGETHER)));
    }
    return schedules;
  }

  /** Reports schedules without work, and work that is not there. */
  void check(Map<TableName, TableContract> tables, Set<String> products) {
    schedules.forEach((name, schedule) -> {
      YamlMap map = maps.get(name);
      boolean hasTables = tables.values().stream().anyMatch(table -> table.schedules().contains(name));
      if (schedule.work() == Work.RUN && !hasTables) {
        file.problem(name, "the schedule \"" + name + "\" has no tables", "it would run nothing",
            "write \"schedule: " + name + "\" in a table.yml, or say what it does: \"does: publish\"");
      }
      if (schedule.work() != Work.RUN && hasTables) {
        map.problem("does", "the schedule \"" + name + "\" has tables and does something else",
            "a schedule runs tables, publishes products or maintains", "give the tables another schedule");
      }
      if (schedule.work() != Work.RUN && schedule.missed() == Missed.EACH) {
        map.problem("missed", "\"missed: each\" in the schedule \"" + name + "\"",
            "a release and maintenance are of now: one is as good as several", "write \"missed: together\"");
      }
      if (schedule.work() == Work.PUBLISH == schedule.products().isEmpty()) {
        map.problem("products", schedule.products().isEmpty() ? "the schedule \"" + name + "\" publishes nothing"
            : "products in the schedule \"" + name + "\", which publishes nothing",
            "products belong to a schedule with \"does: publish\"", "write both or none of the two");
      }
      Set<String> valid = new TreeSet<>(products);
      valid.add("all");
      for (YamlMap.Item product : map.oneOrMore("products")) {
        map.known(product.line(), "product", product.text(), valid, "4-published");
      }
    });
  }

  private static Cron cron(YamlMap map) {
    String text = map.text("cron");
    if (text.isEmpty()) {
      return null;
    }
    try {
      return Cron.of(text);
    } catch (Cron.CronException wrong) {
      map.problem("cron", "\"cron: " + text + "\"", wrong.getMessage(), wrong.remedy());
      return null;
    }
  }

  private static ZoneId zone(YamlMap map) {
    String zone = map.text("zone");
    boolean known = !zone.isEmpty()
        && map.known(map.line("zone"), "time zone", zone, ZoneId.getAvailableZoneIds(), "the zones of the JDK");
    return known ? ZoneId.of(zone) : null;
  }

  private static int retries(YamlMap map) {
    int retries = map.integer("retries", 0);
    if (retries < 0 || retries > MOST_RETRIES) {
      map.problem("retries", "\"retries: " + retries + "\"", "a start is repeated 0 to " + MOST_RETRIES + " times",
          "write a number from 0 to " + MOST_RETRIES);
    }
    return retries;
  }

  /** {@code 90m} or {@code 4h}. */
  private static Duration duration(YamlMap map, String key, Duration fallback) {
    String text = map.text(key, null);
    if (text == null) {
      return fallback;
    }
    int last = text.length() - 1;
    boolean number = last >= 1 && last <= 4 && text.charAt(0) != '0'
        && text.chars().limit(last).allMatch(c -> c >= '0' && c <= '9');
    if (!number || text.charAt(last) != 'm' && text.charAt(last) != 'h') {
      map.problem(key, "\"" + key + ": " + text + "\"", "it is minutes or hours", "write it like 90m or 4h");
      return fallback;
    }
    long amount = Long.parseLong(text.substring(0, last));
    return text.charAt(last) == 'm' ? Duration.ofMinutes(amount) : Duration.ofHours(amount);
  }
}
