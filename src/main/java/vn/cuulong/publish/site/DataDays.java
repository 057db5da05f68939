package vn.cuulong.publish.site;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.cuulong.contract.Bilingual;

/**
 * How far the figures of a report reach, and the day that its releases bear: two different things, said side by side so
 * that nobody takes one for the other.
 */
final class DataDays {
  private static final String COMPARISON = "mart.regional_comparison";
  private static final Pattern DAY = Pattern.compile("(\\d{4})\\.(\\d{2})\\.(\\d{2})");

  private final NewestReleases releases;

  DataDays(NewestReleases releases) {
    this.releases = releases;
  }

  /** One or more sentences in both languages. */
  Bilingual told() {
    Optional<LocalDate> published = last(origin -> !origin.equals("synthetic"));
    Optional<LocalDate> simulated = last(origin -> origin.equals("synthetic"));
    StringBuilder vi = new StringBuilder();
    StringBuilder en = new StringBuilder();
    published.ifPresent(day -> {
      vi.append("Số liệu công bố và ước tính đến hết ").append(vietnamese(day));
      en.append("Published figures and estimates to ").append(english(day));
    });
    simulated.ifPresent(day -> {
      vi.append(vi.isEmpty() ? "Số" : "; số").append(" liệu mô phỏng đến hết ").append(vietnamese(day));
      en.append(en.isEmpty() ? "Simulated" : "; simulated").append(" figures to ").append(english(day));
    });
    String version = releases.newest().stream().map(ReleaseFolder::version).max(String::compareTo).orElse("");
    Optional<LocalDate> release = day(version);
    vi.append(vi.isEmpty() ? "" : ". ").append("Bản phát hành ghi ")
        .append(release.map(DataDays::vietnamese).orElse(version));
    en.append(en.isEmpty() ? "" : ". ").append("Release of ")
        .append(release.map(DataDays::english).orElse(version));
    if (release.isPresent() && published.isPresent() && published.get().isAfter(release.get())) {
      vi.append(" (ngày do người phát hành ghi, ở đây sớm hơn kỳ số liệu mới nhất)");
      en.append(" (a day that the publisher wrote down, here before the end of the newest period)");
    }
    return new Bilingual(vi.append('.').toString(), en.append('.').toString());
  }

  /** The last day of the newest period that has a value. */
  private Optional<LocalDate> last(Predicate<String> origin) {
    return releases.table(COMPARISON).flatMap(table -> {
      int end = table.position("period_end");
      int of = table.position("data_origin");
      int value = table.position("value");
      return end < 0 || of < 0 || value < 0 ? Optional.empty() : table.rows().stream()
          .filter(row -> !row[value].isEmpty() && origin.test(row[of])).map(row -> row[end]).filter(Objects::nonNull)
          .max(String::compareTo).map(LocalDate::parse);
    });
  }

  private static Optional<LocalDate> day(String version) {
    Matcher day = DAY.matcher(version);
    return day.lookingAt() ? Optional.of(LocalDate.of(Integer.parseInt(day.group(1)), Integer.parseInt(day.group(2)),
        Integer.parseInt(day.group(3)))) : Optional.empty();
  }

  private static String vietnamese(LocalDate day) {
    return "ngày " + day.getDayOfMonth() + "/" + day.getMonthValue() + "/" + day.getYear();
  }

  private static String english(LocalDate day) {
    return day.format(DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH));
  }
}
