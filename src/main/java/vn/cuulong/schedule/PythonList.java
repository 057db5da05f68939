package vn.cuulong.schedule;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.cuulong.contract.Jobs;
import vn.cuulong.contract.Schedule;
import vn.cuulong.contract.TableName;

/** The schedules as a list of Python: what each does, in stages. */
final class PythonList {
  private final Jobs jobs;

  PythonList(Jobs jobs) {
    this.jobs = jobs;
  }

  String text() {
    return jobs.timetable().values().stream().map(this::schedule).collect(Collectors.joining("", "[\n", "]"));
  }

  private String schedule(Schedule schedule) {
    return "    {\n"
        + entry("name", quoted(schedule.name()))
        + entry("title", quoted(schedule.title().en()))
        + entry("does", quoted(schedule.work().name().toLowerCase(java.util.Locale.ROOT)))
        + entry("cron", quoted(schedule.cron().toString()))
        + entry("zone", quoted(schedule.zone().getId()))
        + entry("deadline_seconds", Long.toString(schedule.deadline().toSeconds()))
        + entry("retries", Integer.toString(schedule.retries()))
        + entry("retry_seconds", Long.toString(schedule.retryAfter().toSeconds()))
        + "        \"stages\": {\n"
        + stages(schedule).entrySet().stream().map(stage -> "            " + quoted(stage.getKey()) + ": [\n"
            + stage.getValue().stream().map(word -> "                " + quoted(word) + ",\n")
                .collect(Collectors.joining()) + "            ],\n").collect(Collectors.joining())
        + "        },\n    },\n";
  }

  /** The command of each stage by its name: clean tables before marts; other work is one stage. */
  private Map<String, List<String>> stages(Schedule schedule) {
    Map<String, List<String>> stages = new LinkedHashMap<>();
    if (schedule.work() != Schedule.Work.RUN) {
      stages.put(schedule.command().get(0), schedule.command());
      return stages;
    }
    for (TableName table : jobs.schedules().get(schedule.name())) {
      stages.computeIfAbsent(table.layer(), layer -> new java.util.ArrayList<>(List.of("run"))).add(table.toString());
    }
    return stages;
  }

  private static String entry(String name, String value) {
    return "        " + quoted(name) + ": " + value + ",\n";
  }

  /** Names and titles of contracts hold neither quotes nor backslashes in practice; those that do stay one text. */
  private static String quoted(String text) {
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }
}
