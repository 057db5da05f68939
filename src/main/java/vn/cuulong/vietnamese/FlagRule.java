package vn.cuulong.vietnamese;

import java.nio.charset.StandardCharsets;

/** Yes (1) or no (0) in {@code out.number}: có, không, đúng, sai, x, ✓, true, 0. An {@code x} here is a tick. */
public final class FlagRule implements ValueRule {
  private static final int LONGEST = 40;
  private static final Spellings YES = Figure.words("co", "c", "yes", "y", "true", "t", "1", "x", "dung", "roi",
      "da", "\u2713", "\u2714", "\u2611", "v", "da thanh toan", "da nop", "da tra", "truc tuyen", "on");
  private static final Spellings NO = Figure.words("khong", "k", "ko", "no", "n", "false", "f", "0", "sai", "chua",
      "\u2717", "\u2718", "\u2610", "chua thanh toan", "chua nop", "chua tra", "truc tiep", "off", "khong co");

  private final byte[] plain = new byte[LONGEST];

  @Override
  public boolean read(byte[] utf8, int offset, int length, Reading out) {
    out.clear();
    if (length > LONGEST) {
      out.missing = MissingMarks.isBlank(utf8, offset, length);
      out.doubt = out.missing ? null : Doubt.FLAG_UNKNOWN;
      return false;
    }
    int to = Fold.plain(utf8, offset, length, plain);
    if (MissingMarks.isDashOrDots(plain, 0, to)) {
      out.missing = true;
      return false;
    }
    if (YES.find(plain, 0, to) >= 0) {
      out.number = 1;
      return true;
    }
    if (NO.find(plain, 0, to) >= 0) {
      return true;
    }
    out.missing = MissingMarks.isMissingPlain(plain, 0, to);
    out.doubt = out.missing ? null : Doubt.FLAG_UNKNOWN;
    return false;
  }

  /** Yes or no, or null when it is missing or not understood. */
  public static Boolean parse(String text) {
    if (text == null) {
      return null;
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    Reading out = new Reading();
    return new FlagRule().read(bytes, 0, bytes.length, out) ? out.number == 1 : null;
  }
}
