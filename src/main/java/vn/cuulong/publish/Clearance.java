package vn.cuulong.publish;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The last look at a table before it leaves: no value looks like a hash by which a person could be found again, and
 * none names a landing file, which may be named after a person. Columns of text and of identifiers are refused when
 * contracts are read; this looks at what the others hold.
 */
public final class Clearance {
  /** MD5 has so many hexadecimal digits, and every hash that is used has no fewer. */
  private static final int HASH_DIGITS = 32;
  /** A shorter name, such as "1.csv", is no name of anybody, and could be part of anything. */
  private static final int LEAST_NAME = 8;

  private Clearance() {}

  /**
   * Looks at every text of a table.
   *
   * @param cleared columns that the product says it has looked at
   * @param fileNames names of landing files, without their folders
   * @throws PublishException when something must not leave
   */
  public static void check(FrozenTable table, Collection<String> cleared, Collection<String> fileNames) {
    Set<String> names = new HashSet<>();
    fileNames.stream().filter(name -> name.length() >= LEAST_NAME)
        .forEach(name -> names.add(name.toLowerCase(Locale.ROOT)));
    for (int at = 0; at < table.columns().size(); at++) {
      String column = table.columns().get(at).name();
      Set<String> seen = new HashSet<>();
      for (Object[] row : table.rows()) {
        for (Object value : row[at] instanceof List<?> list ? list : java.util.Collections.singletonList(row[at])) {
          if (value instanceof String text && seen.add(text)) {
            if (!cleared.contains(column)) {
              refuseHash(table, column, text);
            }
            refuseFile(table, column, text, names);
          }
        }
      }
    }
  }

  private static void refuseHash(FrozenTable table, String column, String text) {
    int run = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      run = c >= '0' && c <= '9' || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F' ? run + 1 : 0;
      if (run >= HASH_DIGITS) {
        throw new PublishException(table.name() + "." + column + " holds what looks like a hash.",
            "A hash of a phone number or a name is soon guessed, and so tells of a person.",
            "Put the column below \"leaves_out\" of the table in product.yml; where it is the fingerprint of a method, "
                + "below \"cleared\".");
      }
    }
  }

  private static void refuseFile(FrozenTable table, String column, String text, Set<String> names) {
    String folded = text.toLowerCase(Locale.ROOT);
    if (names.stream().anyMatch(folded::contains)) {
      throw new PublishException(table.name() + "." + column + " names a landing file.",
          "Whoever sent a file may have named it after a person.",
          "Put the column below \"leaves_out\" of the table in product.yml, or take the name out of the mart.");
    }
  }
}
