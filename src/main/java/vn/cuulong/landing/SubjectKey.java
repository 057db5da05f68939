package vn.cuulong.landing;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import vn.cuulong.vietnamese.Fold;

/**
 * Names a person by a keyed hash (HMAC-SHA-256) of a phone number, an identity number or a name, so that a request can
 * travel and be carried out without the value itself. Without the key a hash cannot be guessed.
 */
public final class SubjectKey {
  /** A shorter key can be tried out. */
  private static final int LEAST_BYTES = 16;
  private static final String COUNTRY = "84";
  private static final int MOBILE_DIGITS = 9;

  private final Mac mac;

  /**
   * A key.
   *
   * @throws IllegalArgumentException when it is shorter than 16 bytes
   */
  public SubjectKey(byte[] secret) {
    if (secret.length < LEAST_BYTES) {
      throw new IllegalArgumentException("a key has at least " + LEAST_BYTES + " bytes");
    }
    try {
      mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret, "HmacSHA256"));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every Java platform has HmacSHA256", impossible);
    }
  }

  /** The hash of a value, 64 hexadecimal digits; the same for every way of writing it. */
  public String hash(String value) {
    return HexFormat.of().formatHex(mac.doFinal(plain(value).getBytes(StandardCharsets.UTF_8)));
  }

  /** Without case, marks, spaces and punctuation; a telephone number as it is dialled inside the country. */
  static String plain(String value) {
    String folded = Fold.fold(value);
    StringBuilder digits = new StringBuilder();
    for (int i = 0; i < folded.length(); i++) {
      char c = folded.charAt(i);
      if (c >= '0' && c <= '9') {
        digits.append(c);
      } else if (c != ' ') {
        return folded;
      }
    }
    boolean abroad = digits.length() == COUNTRY.length() + MOBILE_DIGITS && digits.indexOf(COUNTRY) == 0;
    return abroad ? "0" + digits.substring(COUNTRY.length()) : digits.toString();
  }
}
