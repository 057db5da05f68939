package vn.cuulong.vietnamese;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * A table of cases, {@code cases/vietnamese/<name>.csv}: fields parted by semicolons, no quotes, {@code \}{@code uXXXX}
 * for characters one cannot see, lines that start with {@code //} are remarks. The first line names the fields.
 */
final class CaseTable {
  /** One line. */
  record Case(int line, String[] fields) {
    String field(int index) {
      return index < fields.length ? fields[index] : "";
    }
  }

  private final String name;
  private final List<Case> cases = new ArrayList<>();

  private CaseTable(String name) {
    this.name = name;
  }

  static CaseTable of(String name) {
    CaseTable table = new CaseTable(name);
    String path = "/cases/vietnamese/" + name + ".csv";
    try (InputStream in = CaseTable.class.getResourceAsStream(path)) {
      String[] lines = new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n", -1);
      for (int i = 1; i < lines.length; i++) {
        if (!lines[i].isEmpty() && !lines[i].startsWith("//")) {
          table.cases.add(new Case(i + 1, unescape(lines[i]).split(";", -1)));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return table;
  }

  int size() {
    return cases.size();
  }

  /** Compares, for every line, what {@code actual} says with the last fields joined by a semicolon. */
  void check(int inputs, Function<Case, String> actual) {
    List<String> wrong = new ArrayList<>();
    for (Case one : cases) {
      StringBuilder expected = new StringBuilder();
      for (int i = inputs; i < one.fields().length; i++) {
        expected.append(i > inputs ? ";" : "").append(one.field(i));
      }
      String got = actual.apply(one);
      if (!got.equals(expected.toString())) {
        wrong.add(name + ".csv:" + one.line() + "  \"" + one.field(0) + "\" expected " + expected + " but was " + got);
      }
    }
    assertThat(wrong).as("%d cases of %s", cases.size(), name).isEmpty();
  }

  /** What a rule says of a text: value or {@code missing} or {@code none}, then the doubt. */
  static String outcome(ValueRule rule, String text, Function<Reading, String> value) {
    // Other bytes around the value show a rule that reads beyond its slice.
    byte[] bytes = ("9\u00e9" + text + "9,9").getBytes(StandardCharsets.UTF_8);
    Reading out = new Reading();
    boolean understood = rule.read(bytes, 3, text.getBytes(StandardCharsets.UTF_8).length, out);
    if (out.missing && (understood || out.doubt != null)) {
      return "missing and more";
    }
    String said = understood ? value.apply(out) : out.missing ? "missing" : "none";
    return said + ";" + (out.doubt == null ? "" : out.doubt.code());
  }

  static String decimal(Reading out) {
    return BigDecimal.valueOf(out.number, out.scale).toPlainString();
  }

  static String text(Reading out) {
    return new String(out.text, out.textOffset, out.textLength, StandardCharsets.UTF_8);
  }

  static NumberRule.Style style(String name) {
    return NumberRule.Style.valueOf(name.toUpperCase(Locale.ROOT));
  }

  private static String unescape(String line) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < line.length(); i++) {
      if (line.startsWith("\\u", i)) {
        out.append((char) Integer.parseInt(line.substring(i + 2, i + 6), 16));
        i += 5;
      } else {
        out.append(line.charAt(i));
      }
    }
    return out.toString();
  }
}
