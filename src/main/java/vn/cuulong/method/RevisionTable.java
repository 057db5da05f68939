package vn.cuulong.method;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Revisions in the form in which the UK Office for National Statistics prints them: one line for each span of
 * reference periods, and for each horizon the mean revision, the mean absolute revision, t (adjusted for
 * autocorrelation) and whether the mean differs from zero; one decimal; cells without an answer stay empty.
 */
public record RevisionTable(List<String> header, List<List<String>> lines) {
  /** A span of reference periods, both ends included. */
  public record Span(String first, String last) {
    @Override
    public String toString() {
      return first + "-" + last;
    }
  }

  /**
   * The table of a series.
   *
   * @param triangle all releases, in percent or in percentage points
   * @param spans the lines
   * @param horizons months between the first figure and the one compared with it
   */
  public static RevisionTable of(ReleaseTriangle triangle, List<Span> spans, List<Integer> horizons) {
    List<String> header = new ArrayList<>(List.of("timespan"));
    for (int months : horizons) {
      String at = "_T+" + months;
      header.addAll(List.of("MR" + at + "_pp", "MAR" + at + "_pp", "t" + at, "sig" + at));
    }
    List<List<String>> lines = new ArrayList<>();
    for (Span span : spans) {
      List<String> line = new ArrayList<>(List.of(span.toString()));
      for (int months : horizons) {
        line.addAll(cells(triangle.from(span.first(), span.last()).after(months)));
      }
      lines.add(List.copyOf(line));
    }
    return new RevisionTable(List.copyOf(header), List.copyOf(lines));
  }

  private static List<String> cells(Revisions revisions) {
    if (revisions.size() == 0) {
      return List.of("", "", "", "");
    }
    RevisionMeasures measures = revisions.measures();
    return List.of(decimal(OptionalDouble.of(measures.mean())), decimal(OptionalDouble.of(measures.meanAbsolute())),
        decimal(measures.adjustedT()), measures.significant().map(yes -> yes ? "Yes" : "No").orElse(""));
  }

  private static String decimal(OptionalDouble value) {
    return value.isEmpty() ? ""
        : BigDecimal.valueOf(value.getAsDouble()).setScale(1, RoundingMode.HALF_UP).toPlainString();
  }
}
