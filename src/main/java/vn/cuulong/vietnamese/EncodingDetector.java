package vn.cuulong.vietnamese;

import java.text.Normalizer;
import vn.cuulong.vietnamese.Encoding.Detection;

/**
 * Finds out an encoding by how Vietnamese the decoded text is. UTF-8 and UTF-16 show by their shape; between the
 * legacy encodings the one decides that makes most marked words possible syllables.
 */
final class EncodingDetector {
  private static final Encoding[] LEGACY = {Encoding.WINDOWS_1258, Encoding.TCVN3, Encoding.VNI};

  /** A reading is believed when three of four marked words are syllables. */
  private static final double BELIEVED = 0.75;

  /** The second best reading must be that much worse. */
  private static final double MARGIN = 0.3;

  private EncodingDetector() {}

  /** Words with a mark that can and that cannot be syllables. */
  record Score(int possible, int impossible) {
    double ratio() {
      int all = possible + impossible;
      return all == 0 ? 0 : (double) possible / all;
    }

    int surplus() {
      return possible - impossible;
    }

    Score plus(Score other) {
      return new Score(possible + other.possible, impossible + other.impossible);
    }
  }

  static Detection detect(byte[] bytes, int offset, int length) {
    Encoding wide = wide(bytes, offset, length);
    if (wide != null) {
      return new Detection(wide, false, false);
    }
    int end = offset + length;
    int valid = Utf8.validUntil(bytes, offset, end);
    if (valid == end || end - valid < 4 && Utf8.isCutOff(bytes, valid, end)) {
      return new Detection(Encoding.UTF_8, false, false);
    }
    return byLines(bytes, offset, end);
  }

  /** UTF-16, by its mark or because every other byte is zero. */
  static Encoding wide(byte[] b, int offset, int length) {
    if (length >= 2 && (b[offset] & 0xFF) == 0xFF && (b[offset + 1] & 0xFF) == 0xFE) {
      return Encoding.UTF_16LE;
    }
    if (length >= 2 && (b[offset] & 0xFF) == 0xFE && (b[offset + 1] & 0xFF) == 0xFF) {
      return Encoding.UTF_16BE;
    }
    int pairs = length / 2;
    int first = 0;
    int second = 0;
    for (int i = offset; i + 1 < offset + length; i += 2) {
      first += b[i] == 0 ? 1 : 0;
      second += b[i + 1] == 0 ? 1 : 0;
    }
    if (pairs >= 4 && second * 4 > pairs && first * 50 < pairs) {
      return Encoding.UTF_16LE;
    }
    return pairs >= 4 && first * 4 > pairs && second * 50 < pairs ? Encoding.UTF_16BE : null;
  }

  private static Detection byLines(byte[] b, int offset, int end) {
    int utf8Lines = 0;
    int otherLines = 0;
    Score[] all = empty();
    for (int from = offset; from < end; ) {
      int to = lineEnd(b, from, end);
      if (!Utf8.isAscii(b, from, to)) {
        if (Utf8.validUntil(b, from, to) == to) {
          utf8Lines++;
        } else {
          otherLines++;
          add(all, b, from, to);
        }
      }
      from = to;
    }
    int best = best(all);
    double margin = all[best].ratio() - secondRatio(all, best);
    boolean believed = all[best].ratio() >= BELIEVED && margin >= MARGIN;
    if (utf8Lines > 0) {
      boolean legacyToo = all[best].ratio() >= BELIEVED && all[best].possible() > 1;
      Encoding most = legacyToo && otherLines > utf8Lines ? LEGACY[best] : Encoding.UTF_8;
      // Otherwise the odd lines are damaged UTF-8, not another encoding.
      return new Detection(most, !legacyToo || !believed, legacyToo);
    }
    return new Detection(LEGACY[best], !believed, isMixed(b, offset, end, best));
  }

  /** True when lines that the chosen encoding cannot read are well readable in another. */
  private static boolean isMixed(byte[] b, int offset, int end, int chosen) {
    Score[] odd = empty();
    for (int from = offset; from < end; ) {
      int to = lineEnd(b, from, end);
      if (!Utf8.isAscii(b, from, to) && score(LEGACY[chosen], b, from, to).surplus() < 0) {
        add(odd, b, from, to);
      }
      from = to;
    }
    int other = best(odd);
    return other != chosen && odd[other].possible() >= 5 && odd[other].ratio() >= 0.9;
  }

  private static Score[] empty() {
    Score[] scores = new Score[LEGACY.length];
    java.util.Arrays.fill(scores, new Score(0, 0));
    return scores;
  }

  private static void add(Score[] scores, byte[] b, int from, int to) {
    for (int i = 0; i < LEGACY.length; i++) {
      scores[i] = scores[i].plus(score(LEGACY[i], b, from, to));
    }
  }

  private static int best(Score[] scores) {
    int best = 0;
    for (int i = 1; i < scores.length; i++) {
      if (scores[i].surplus() > scores[best].surplus()) {
        best = i;
      }
    }
    return best;
  }

  private static double secondRatio(Score[] scores, int best) {
    double second = 0;
    for (int i = 0; i < scores.length; i++) {
      if (i != best) {
        second = Math.max(second, scores[i].ratio());
      }
    }
    return second;
  }

  /** How Vietnamese the bytes are in an encoding. */
  static Score score(Encoding encoding, byte[] b, int from, int to) {
    return score(Normalizer.normalize(encoding.decode(b, from, to - from), Normalizer.Form.NFC));
  }

  /** How Vietnamese a composed text is. */
  static Score score(String text) {
    int possible = 0;
    int impossible = 0;
    for (int i = 0; i < text.length(); ) {
      char c = text.charAt(i);
      int end = i + 1;
      boolean marked = c > 0x7F;
      if (isOfWord(c)) {
        while (end < text.length() && isOfWord(text.charAt(end))) {
          marked |= text.charAt(end) > 0x7F;
          end++;
        }
        if (marked && Syllable.isPossible(text, i, end)) {
          possible++;
        } else if (marked && !isAbbreviation(text, i, end)) {
          impossible++;
        }
      } else if (marked && !isPunctuation(c)) {
        impossible++;
      }
      i = end;
    }
    return new Score(possible, impossible);
  }

  private static boolean isOfWord(char c) {
    return Letters.bare(c) != 0 || c >= 0x300 && c <= 0x36F || c > 0x7F && Character.isLetter(c)
        || c == Utf8.REPLACEMENT;
  }

  /** ĐBSCL, VNĐ, QĐ: no mark but that of Đ, in capitals. */
  private static boolean isAbbreviation(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (c > 0x7F && c != 'Đ' || c < 0x80 && !Character.isUpperCase(c)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isPunctuation(char c) {
    return c == 0xA0 || c == 0x2013 || c == 0x2014 || c >= 0x2018 && c <= 0x201E || c == 0x2026 || c == 0x20AB
        || c == 0x2022 || c == 0xB0 || c == 0xB2 || c == 0xB3;
  }

  private static int lineEnd(byte[] b, int from, int end) {
    int i = from;
    while (i < end && b[i] != '\n') {
      i++;
    }
    return i < end ? i + 1 : end;
  }
}
