package vn.cuulong.contract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes secrets out of texts for people and for records: values that this process was given as secrets, a user and
 * password inside an address, and what stands behind {@code password=} and its like. Every {@link Refusal}, every
 * outcome of a run and every line of the log goes through it, so that no author of a message has to think of it.
 */
public final class Secrets {
  /** What stands in the place of a secret. */
  public static final String HIDDEN = "***";

  /** A shorter value would be found in innocent words too; what asks for passwords hides those by itself. */
  private static final int LEAST_LENGTH = 8;

  /** Names of environment variables and system properties whose values are secret. */
  private static final Pattern NAMES = Pattern.compile(
      "(?i)secret|passw(or)?d|passphrase|token|credential|access[._]?key(?!.?id)|(account|private)[._]?key|api[._]?key");

  /** Not names of secrets: the key of persons is in a file, and these say where it or another one is. */
  private static final Pattern PLACES = Pattern.compile("(?i)(file|path|dir|provider|url|uri|endpoint)s?$");

  /** Addresses that are secrets themselves, because who knows them may write to them. */
  private static final List<String> ADDRESSES = List.of("CUULONG_NOTIFY_URL", "CUULONG_LINEAGE");

  /** {@code ://user:password@}; a password may hold a slash, and a port is no password. */
  private static final Pattern USER = Pattern.compile("://[^\\s/:@\"']*:(?!\\d{1,5}(?:[/?\\s\"']|$))[^\\s@\"']*@");

  /** What a driver or a store takes behind a question mark or a {@code --conf}. */
  private static final Pattern PARAMETER = Pattern.compile(
      "(?i)(?<![\\w.])([\\w.]*(?:secret|password|passphrase|token|(?:access|account)[._]?key|signature)[\\w.]*=)"
          + "([^\\s&;,\"')\u2026]+)");

  private Secrets() {}

  /** The text without secrets of this process; null stays null. */
  public static String hide(String text) {
    return hide(text, ofProcess());
  }

  /** The text without some values, users and passwords. */
  static String hide(String text, List<String> values) {
    if (text == null || text.isEmpty()) {
      return text;
    }
    String clean = text;
    for (String value : values) {
      clean = clean.replace(value, HIDDEN);
    }
    if (clean.contains("://") && clean.indexOf('@') > 0) {
      clean = USER.matcher(clean).replaceAll("://" + Matcher.quoteReplacement(HIDDEN) + "@");
    }
    return clean.indexOf('=') < 0 ? clean : PARAMETER.matcher(clean).replaceAll("$1" + HIDDEN);
  }

  /** True when an address holds a password. */
  public static boolean holdsPassword(String address) {
    return USER.matcher(address).find();
  }

  /** A pattern of all secret values of this process, for the log; it holds no character that means something there. */
  public static String pattern() {
    List<String> patterns = new ArrayList<>();
    for (String value : ofProcess()) {
      StringBuilder pattern = new StringBuilder();
      value.chars().forEach(c -> pattern.append(String.format(Locale.ROOT, "\\u%04x", c)));
      patterns.add(pattern.toString());
    }
    return patterns.isEmpty() ? "(?!)" : String.join("|", patterns);
  }

  private static List<String> ofProcess() {
    List<String> values = new ArrayList<>(of(System.getenv()));
    Map<String, String> properties = new HashMap<>();
    System.getProperties().stringPropertyNames().stream().filter(name -> !name.equals("cuulong.log.secrets"))
        .forEach(name -> properties.put(name, System.getProperty(name, "")));
    values.addAll(of(properties));
    return values;
  }

  /** The secret values among named ones, the longest first, so that none is cut by a part of it. */
  static List<String> of(Map<String, String> named) {
    TreeSet<String> values = new TreeSet<>(Comparator.comparingInt(String::length).reversed()
        .thenComparing(Comparator.naturalOrder()));
    named.forEach((name, value) -> {
      if (ADDRESSES.contains(name) && value.contains("://")) {
        addAddress(value, values);
      } else if (NAMES.matcher(name).find() && !PLACES.matcher(name).find() && value.length() >= LEAST_LENGTH) {
        values.add(value);
      }
    });
    return List.copyOf(values);
  }

  /** The whole address, and what is behind the machine: that alone can stand in a message of the JDK. */
  private static void addAddress(String address, TreeSet<String> values) {
    values.add(address);
    int path = address.indexOf('/', address.indexOf("://") + 3);
    if (path > 0 && address.length() - path > LEAST_LENGTH) {
      values.add(address.substring(path));
    }
  }
}
