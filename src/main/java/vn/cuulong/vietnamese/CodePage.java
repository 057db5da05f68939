package vn.cuulong.vietnamese;

/**
 * The legacy encodings as tables from bytes to characters. Combining tone marks come out as such; composing (NFC) is
 * the caller's.
 */
final class CodePage {
  /** 0x80 to 0xFF. Holes are U+FFFD. */
  private static final String WINDOWS_1258 =
      "\u20ac\ufffd\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\ufffd\u2039\u0152\ufffd\ufffd\ufffd"
          + "\ufffd\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\ufffd\u203a\u0153\ufffd\ufffd\u0178"
          + "\u00a0¡¢£¤¥¦§¨©ª«¬\u00ad®¯°±²³´µ¶·¸¹º»¼½¾¿"
          + "ÀÁÂĂÄÅÆÇÈÉÊË\u0300ÍÎÏĐÑ\u0309ÓÔƠÖ×ØÙÚÛÜƯ\u0303ß"
          + "àáâăäåæçèéêë\u0301íîïđñ\u0323óôơö÷øùúûüư₫ÿ";

  /**
   * TCVN 5712:1993 VN1, whose upper half is that of VN3 ("ABC", the .Vn fonts) with the capitals added that VN3
   * leaves to a font of capitals.
   */
  private static final String TCVN = "ÀẢÃÁẠẶẬÈẺẼÉẸỆÌỈĨÍỊÒỎÕÓỌỘỜỞỠỚỢÙỦŨ"
      + "\u00a0ĂÂÊÔƠƯĐăâêôơưđẰ\u0300\u0309\u0303\u0301\u0323àảãáạẲằẳẵắẴ"
      + "ẮẦẨẪẤỀặầẩẫấậèỂẻẽéẹềểễếệìỉỄẾỒĩíịò"
      + "ỔỏõóọồổỗốộờởỡớợùỖủũúụừửữứựỳỷỹýỵỐ";

  /** The capitals of VN1 that stand among the control characters. */
  private static final char[][] TCVN_CONTROLS = {{0x01, 'Ú'}, {0x02, 'Ụ'}, {0x04, 'Ừ'}, {0x05, 'Ử'}, {0x06, 'Ữ'},
      {0x11, 'Ứ'}, {0x12, 'Ự'}, {0x13, 'Ỳ'}, {0x14, 'Ỷ'}, {0x15, 'Ỹ'}, {0x16, 'Ý'}, {0x17, 'Ỵ'}};

  /** Second bytes of VNI: the letter they make of a, in lower case. Upper case is 0x20 below. */
  private static final String VNI_MARKS = "ùáøàûảõãïạââáấàầåẩãẫäậêăéắèằúẳüẵëặ";

  /** Letters of VNI that are one byte, in lower case. */
  private static final String VNI_SINGLE = "ííììæỉóĩòịôơöưîỵñđ";

  private static final char[] WINDOWS_1258_TABLE = table(WINDOWS_1258);
  private static final char[] TCVN_TABLE = table(TCVN);
  private static final char[] VNI_TABLE = new char[256];

  /** {@code base << 8 | mark} to the letter, 0 when the pair is none. */
  private static final char[] VNI_PAIRS = new char[0x10000];

  static {
    for (char[] control : TCVN_CONTROLS) {
      TCVN_TABLE[control[0]] = control[1];
    }
    fillVni();
  }

  private CodePage() {}

  static String windows1258(byte[] bytes, int offset, int length) {
    return singleBytes(WINDOWS_1258_TABLE, bytes, offset, length);
  }

  static String tcvn(byte[] bytes, int offset, int length) {
    return CapitalFont.restore(singleBytes(TCVN_TABLE, bytes, offset, length));
  }

  /** A mark behind a letter that cannot carry it becomes U+FFFD. */
  static String vni(byte[] bytes, int offset, int length) {
    char[] out = new char[length];
    int at = 0;
    int end = offset + length;
    for (int i = offset; i < end; i++) {
      int b = bytes[i] & 0xFF;
      char pair = i + 1 < end && bytes[i + 1] < 0 ? VNI_PAIRS[b << 8 | bytes[i + 1] & 0xFF] : 0;
      if (pair != 0) {
        out[at++] = pair;
        i++;
      } else {
        out[at++] = VNI_TABLE[b];
      }
    }
    return new String(out, 0, at);
  }

  private static String singleBytes(char[] table, byte[] bytes, int offset, int length) {
    char[] out = new char[length];
    for (int i = 0; i < length; i++) {
      out[i] = table[bytes[offset + i] & 0xFF];
    }
    return new String(out);
  }

  private static char[] table(String upperHalf) {
    char[] table = new char[256];
    for (int i = 0; i < 128; i++) {
      table[i] = (char) i;
      table[128 + i] = upperHalf.charAt(i);
    }
    return table;
  }

  private static void fillVni() {
    for (int i = 0; i < 256; i++) {
      boolean letter = i >= 0xC0 && i != 0xD7 && i != 0xF7;
      VNI_TABLE[i] = i < 0x80 ? (char) i : letter ? (char) Utf8.REPLACEMENT : WINDOWS_1258.charAt(i - 128);
    }
    for (int i = 0; i < VNI_SINGLE.length(); i += 2) {
      char letter = VNI_SINGLE.charAt(i + 1);
      VNI_TABLE[VNI_SINGLE.charAt(i)] = letter;
      VNI_TABLE[VNI_SINGLE.charAt(i) - 0x20] = Character.toUpperCase(letter);
    }
    for (char base : new char[] {'a', 'e', 'o', 'u', 'y', 0xF4, 0xF6}) {
      for (int i = 0; i < VNI_MARKS.length(); i += 2) {
        char letter = Letters.transfer(VNI_MARKS.charAt(i + 1), VNI_TABLE[base]);
        if (letter != 0) {
          pair(base, VNI_MARKS.charAt(i), letter);
        }
      }
    }
  }

  /** Typists mix the case of letter and mark; the letter decides. */
  private static void pair(int base, int mark, char letter) {
    int upperBase = base - 0x20;
    VNI_PAIRS[base << 8 | mark] = letter;
    VNI_PAIRS[base << 8 | mark - 0x20] = letter;
    VNI_PAIRS[upperBase << 8 | mark] = Character.toUpperCase(letter);
    VNI_PAIRS[upperBase << 8 | mark - 0x20] = Character.toUpperCase(letter);
  }
}
