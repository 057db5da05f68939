package vn.cuulong.landing;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import vn.cuulong.contract.SourceContract;
import vn.cuulong.contract.SourceContract.Layout;

/**
 * The text of a record of a source with personal data. It is written anew from the fields that feed columns: a name or
 * a number behind a doubled quote, an escape or an unknown header cannot be found in the text as it stood.
 */
final class MaskedText {
  private static final String MASK = "***";

  private MaskedText() {}

  /** The record with {@code ***} for everything that feeds no column, at most so many characters. */
  static String of(FileLayout layout, RawRecord record, int most) {
    SourceContract source = layout.source();
    boolean json = source.format().layout() == Layout.JSON_LINES;
    char delimiter = source.format().layout() == Layout.CSV ? source.format().delimiter() : '\t';
    Set<String> taken = taken(source);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < record.count; i++) {
      String label = layout.labels().get(i);
      boolean empty = record.length[i] == 0;
      String said = empty ? "" : taken.contains(HeaderMatch.key(label)) ? record.field(i) : MASK;
      if (!json) {
        text.append(i == 0 ? "" : delimiter).append(quoted(said, delimiter));
      } else if (!empty) {
        text.append(text.isEmpty() ? "{" : ",").append(json(label)).append(':').append(json(said));
      }
    }
    text.append(json ? text.isEmpty() ? "{}" : "}" : "");
    return text.length() > most ? text.substring(0, most) : text.toString();
  }

  private static Set<String> taken(SourceContract source) {
    Set<String> taken = new HashSet<>();
    source.columns().stream().filter(feed -> feed.headers() != null)
        .forEach(feed -> feed.headers().forEach(header -> taken.add(HeaderMatch.key(header))));
    List.of(source.drops(), source.ignores())
        .forEach(labels -> labels.forEach(label -> taken.remove(HeaderMatch.key(label))));
    return taken;
  }

  private static String quoted(String said, char delimiter) {
    boolean plain = said.indexOf(delimiter) < 0 && said.indexOf('"') < 0 && said.indexOf('\n') < 0;
    return plain ? said : '"' + said.replace("\"", "\"\"") + '"';
  }

  private static String json(String said) {
    return '"' + String.valueOf(JsonStringEncoder.getInstance().quoteAsString(said)) + '"';
  }
}
