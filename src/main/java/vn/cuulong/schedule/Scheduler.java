package vn.cuulong.schedule;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.stream.Collectors;
import vn.cuulong.contract.Cron.Field;
import vn.cuulong.contract.Jobs;
import vn.cuulong.contract.Schedule;

/** Software that starts things, and how it wants the schedules to be written. */
public enum Scheduler {
  /** A service and a timer for each schedule. */
  SYSTEMD {
    @Override
    void write(Schedule schedule, Jobs jobs, Deployment place, Map<String, String> files) {
      files.put("cuulong-" + schedule.name() + ".service", new Template("systemd.service").filled(Map.of(
          "name", schedule.name(), "title", schedule.title().en(), "home", place.home(),
          "window", Long.toString(windowSeconds(schedule)), "starts", Integer.toString(schedule.retries() + 1),
          "command", place.command(schedule), "retrySeconds", Long.toString(schedule.retryAfter().toSeconds()),
          "deadlineSeconds", Long.toString(schedule.deadline().toSeconds()),
          "writable", "-" + place.warehouse() + " -" + place.releases() + " -" + place.home() + "/target")));
      files.put("cuulong-" + schedule.name() + ".timer", new Template("systemd.timer").filled(Map.of(
          "title", schedule.title().en(), "calendar", calendar(schedule))));
    }
  },
  /** A table of lines, and a script for each schedule that knows its zone and its retries. */
  CRON {
    @Override
    void write(Schedule schedule, Jobs jobs, Deployment place, Map<String, String> files) {
      files.put("cuulong-" + schedule.name(), new Template("cron.sh").filled(Map.ofEntries(
          Map.entry("name", "cuulong-" + schedule.name()), Map.entry("cron", schedule.cron().toString()),
          Map.entry("zone", schedule.zone().getId()), Map.entry("home", place.home()),
          Map.entry("hours", padded(schedule, Field.HOUR)), Map.entry("days", padded(schedule, Field.DAY)),
          Map.entry("months", padded(schedule, Field.MONTH)),
          Map.entry("weekdays", list(schedule.cron().values(Field.WEEKDAY), " ", "%d")),
          Map.entry("command", place.command(schedule)),
          Map.entry("deadlineSeconds", Long.toString(schedule.deadline().toSeconds())),
          Map.entry("retries", Integer.toString(schedule.retries())),
          Map.entry("retrySeconds", Long.toString(schedule.retryAfter().toSeconds())))));
      String lines = jobs.timetable().values().stream().map(one -> "# " + one.title().en() + ": " + one.cron() + " in "
          + one.zone() + "\n" + list(one.cron().values(Field.MINUTE), ",", "%d")
          + " * * * *  cuulong  /etc/cuulong/cuulong-" + one.name()).collect(Collectors.joining("\n"));
      files.put("crontab", new Template("crontab").filled(Map.of("lines", lines)));
    }
  },
  /** One file with a DAG for each schedule. */
  AIRFLOW {
    @Override
    void write(Schedule schedule, Jobs jobs, Deployment place, Map<String, String> files) {
      files.put("cuulong.py", new Template("airflow.py").filled(Map.of("home", place.home(), "landing",
          place.landing(), "warehouse", place.warehouse(), "releases", place.releases(), "schedules",
          new PythonList(jobs).text())));
    }
  },
  /** A CronJob for each schedule, and a SparkApplication for each one that builds tables. */
  KUBERNETES {
    @Override
    void write(Schedule schedule, Jobs jobs, Deployment place, Map<String, String> files) {
      String arguments = place.arguments(schedule).stream().collect(Collectors.joining(", ", "[", "]"));
      files.put(schedule.name() + ".cronjob.yaml", new Template("cronjob.yaml").filled(Map.ofEntries(
          Map.entry("name", schedule.name()), Map.entry("cron", schedule.cron().toString()),
          Map.entry("zone", schedule.zone().getId()), Map.entry("retries", Integer.toString(schedule.retries())),
          Map.entry("deadlineSeconds", Long.toString(schedule.deadline().toSeconds())),
          Map.entry("windowSeconds", Long.toString(windowSeconds(schedule))), Map.entry("image", place.image()),
          Map.entry("arguments", arguments), Map.entry("landing", place.landing()),
          Map.entry("warehouse", place.warehouse()), Map.entry("releases", place.releases()))));
      if (schedule.work() == Schedule.Work.RUN) {
        files.put(schedule.name() + ".spark-application.yaml", new Template("spark-application.yaml").filled(Map.of(
            "name", schedule.name(), "arguments", arguments, "image", place.image(), "landing", place.landing(),
            "warehouse", place.warehouse())));
      }
    }
  };

  /** Its files by name. */
  public SortedMap<String, String> files(Jobs jobs, Deployment place) {
    Map<String, String> files = new LinkedHashMap<>();
    jobs.timetable().values().forEach(schedule -> write(schedule, jobs, place, files));
    return new TreeMap<>(files);
  }

  /** True for a file that is started. */
  public boolean isProgram(String file) {
    return this == CRON && !file.equals("crontab");
  }

  abstract void write(Schedule schedule, Jobs jobs, Deployment place, Map<String, String> files);

  /** The time as systemd writes it: {@code Sun *-*-* 02:00:00 Asia/Ho_Chi_Minh}. */
  static String calendar(Schedule schedule) {
    String[] days = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    String weekdays = schedule.cron().isEvery(Field.WEEKDAY) ? ""
        : schedule.cron().values(Field.WEEKDAY).stream().map(day -> days[day]).collect(Collectors.joining(",")) + " ";
    return weekdays + "*-" + star(schedule, Field.MONTH) + "-" + star(schedule, Field.DAY) + " "
        + star(schedule, Field.HOUR) + ":" + star(schedule, Field.MINUTE) + ":00 " + schedule.zone();
  }

  /** Seconds in which a schedule may start, fail and start again. */
  private static long windowSeconds(Schedule schedule) {
    return (schedule.retries() + 1) * (schedule.deadline().toSeconds() + schedule.retryAfter().toSeconds());
  }

  private static String star(Schedule schedule, Field field) {
    return schedule.cron().isEvery(field) ? "*" : list(schedule.cron().values(field), ",", "%02d");
  }

  private static String padded(Schedule schedule, Field field) {
    return list(schedule.cron().values(field), " ", "%02d");
  }

  private static String list(SortedSet<Integer> values, String joint, String format) {
    return values.stream().map(format::formatted).collect(Collectors.joining(joint));
  }
}
