package vn.cuulong.landing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class Utf8Test {
  private static final long SEED = 20250701;
  private static final byte[] VIETNAMESE = "Đồng Tháp Mười, ước 12,5 tỷ đồng € 𝄞 ".getBytes(StandardCharsets.UTF_8);

  @Test
  @DisplayName("Bytes are UTF-8 where the Java decoder says so, but for a zero byte, which is no text")
  void agreesWithTheDecoder() {
    SplittableRandom random = new SplittableRandom(SEED);
    int valid = 0;
    for (int round = 0; round < 60_000; round++) {
      byte[] bytes = new byte[random.nextInt(40)];
      int from = random.nextInt(VIETNAMESE.length);
      for (int i = 0; i < bytes.length; i++) {
        bytes[i] = VIETNAMESE[(from + i) % VIETNAMESE.length];
      }
      for (int spoilt = random.nextInt(3); spoilt > 0 && bytes.length > 0; spoilt--) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      int offset = bytes.length == 0 ? 0 : random.nextInt(bytes.length);
      int length = bytes.length - offset;
      boolean expected = decodes(bytes, offset, length);
      valid += expected ? 1 : 0;
      assertThat(Utf8.isValid(bytes, offset, length))
          .as("seed %s, round %s: %s from %s", SEED, round, java.util.HexFormat.of().formatHex(bytes), offset)
          .isEqualTo(expected);
    }
    assertThat(valid).isBetween(10_000, 50_000);
  }

  private static boolean decodes(byte[] bytes, int offset, int length) {
    for (int i = offset; i < offset + length; i++) {
      if (bytes[i] == 0) {
        return false;
      }
    }
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, offset, length));
      return true;
    } catch (CharacterCodingException malformed) {
      return false;
    }
  }
}
