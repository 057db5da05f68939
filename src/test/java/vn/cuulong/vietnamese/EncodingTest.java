package vn.cuulong.vietnamese;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every encoding: its letters, finding it out, and turning it into UTF-8. */
class EncodingTest {
  private static final String TEXT = "Ủy ban nhân dân thành phố Cần Thơ: lượng khách quốc tế đến Đồng bằng sông Cửu "
      + "Long tăng 12,5% so với cùng kỳ; doanh thu ước đạt 2.181,3 tỷ đồng.\nTỉnh Sóc Trăng, Kiên Giang, Bạc Liêu, "
      + "Hậu Giang, Vĩnh Long, Đồng Tháp, Trà Vinh, Bến Tre, Tiền Giang.\n";

  @ParameterizedTest
  @EnumSource(Encoding.class)
  void a_text_is_found_out_and_decoded_as_it_was(Encoding encoding) {
    byte[] bytes = LegacyText.encode(TEXT, encoding);
    assertThat(Encoding.detect(bytes, 0, bytes.length)).isEqualTo(new Encoding.Detection(encoding, false, false));
    assertThat(new String(encoding.toUtf8(bytes), StandardCharsets.UTF_8)).isEqualTo(TEXT);
    assertThat(encoding.decodes(bytes, 0, bytes.length)).isTrue();
    for (Encoding other : Encoding.values()) {
      if (other != encoding) {
        assertThat(other.decodes(bytes, 0, bytes.length)).as("%s as %s", encoding, other).isFalse();
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Encoding.class)
  void all_134_letters_survive(Encoding encoding) {
    assertThat(ToneMarks.LETTERS).hasSize(134);
    byte[] bytes = LegacyText.encode(ToneMarks.LETTERS, encoding);
    assertThat(new String(encoding.toUtf8(bytes), StandardCharsets.UTF_8)).isEqualTo(ToneMarks.LETTERS);
  }

  @Test
  void windows_1258_is_the_table_that_java_has() {
    Charset reference = Charset.forName("windows-1258");
    for (int b = 0; b < 256; b++) {
      byte[] one = {(byte) b};
      assertThat(CodePage.windows1258(one, 0, 1)).as("byte %x", b).isEqualTo(new String(one, reference));
    }
  }

  @Test
  void old_documents_are_read_as_they_were_written() {
    assertThat(latin("Céng hßa x· héi chñ nghÜa ViÖt Nam", Encoding.TCVN3))
        .isEqualTo("Cộng hòa xã hội chủ nghĩa Việt Nam");
    assertThat(latin("§éc lËp - Tù do - H¹nh phóc", Encoding.TCVN3)).isEqualTo("Độc lập - Tự do - Hạnh phúc");
    assertThat(latin("Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam", Encoding.VNI))
        .isEqualTo("Cộng hòa xã hội chủ nghĩa Việt Nam");
    assertThat(latin("Ñoäc laäp - Töï do - Haïnh phuùc", Encoding.VNI)).isEqualTo("Độc lập - Tự do - Hạnh phúc");
    assertThat(latin("COÄNG HOØA", Encoding.VNI)).isEqualTo("CỘNG HÒA");
  }

  @Test
  void capitals_that_a_tcvn3_file_left_to_its_font_come_back() {
    assertThat(latin("Thµnh phè CÇN TH¬, Hµ NéI, Bµ RÞa", Encoding.TCVN3))
        .isEqualTo("Thành phố CẦN THƠ, HÀ NỘI, Bà Rịa");
    assertThat(latin("Hµ Giang; Mü Tho", Encoding.TCVN3)).isEqualTo("Hà Giang; Mỹ Tho");
  }

  @Test
  void a_byte_order_mark_is_taken_off() {
    assertThat(Encoding.UTF_8.toUtf8("\ufeffa".getBytes(StandardCharsets.UTF_8))).containsExactly('a');
    assertThat(Encoding.UTF_16LE.toUtf8("\ufeffa".getBytes(StandardCharsets.UTF_16LE))).containsExactly('a');
    assertThat(Encoding.UTF_16BE.toUtf8("\ufeffa".getBytes(StandardCharsets.UTF_16BE))).containsExactly('a');
  }

  @Test
  void utf_16_without_a_mark_shows_by_its_zeros() {
    byte[] bytes = TEXT.getBytes(StandardCharsets.UTF_16LE);
    assertThat(Encoding.detect(bytes, 0, bytes.length).encoding()).isEqualTo(Encoding.UTF_16LE);
  }

  @Test
  void plain_ascii_and_nothing_are_utf_8() {
    assertThat(detect("a,b\n1,2\n", Encoding.UTF_8)).isEqualTo(new Encoding.Detection(Encoding.UTF_8, false, false));
    assertThat(detect("", Encoding.UTF_8)).isEqualTo(new Encoding.Detection(Encoding.UTF_8, false, false));
  }

  @Test
  void a_sample_may_end_within_a_character() {
    byte[] bytes = "Cần Thơ".getBytes(StandardCharsets.UTF_8);
    for (int length = 0; length <= bytes.length; length++) {
      assertThat(Encoding.detect(bytes, 0, length)).isEqualTo(new Encoding.Detection(Encoding.UTF_8, false, false));
      assertThat(Encoding.UTF_8.decodes(bytes, 0, length)).isTrue();
    }
  }

  @Test
  void a_header_of_a_few_words_is_enough() {
    String header = "Tên cơ sở,Ngày,Lượt khách nội địa,Doanh thu (đồng)\n";
    for (Encoding encoding : Encoding.values()) {
      assertThat(detect(header, encoding)).isEqualTo(new Encoding.Detection(encoding, false, false));
    }
  }

  @Test
  void two_encodings_in_one_file_are_mixed() {
    for (Encoding legacy : new Encoding[] {Encoding.TCVN3, Encoding.VNI, Encoding.WINDOWS_1258}) {
      byte[] mixed = join(LegacyText.encode(TEXT, Encoding.UTF_8), LegacyText.encode(TEXT, legacy));
      assertThat(Encoding.detect(mixed, 0, mixed.length).mixed()).as("UTF_8 and %s", legacy).isTrue();
    }
    byte[] mixed = join(LegacyText.encode(TEXT + TEXT, Encoding.TCVN3), LegacyText.encode(TEXT, Encoding.VNI));
    assertThat(Encoding.detect(mixed, 0, mixed.length).mixed()).isTrue();
  }

  @Test
  void a_damaged_byte_does_not_make_utf_8_another_encoding() {
    byte[] bytes = (TEXT + TEXT).getBytes(StandardCharsets.UTF_8);
    bytes[bytes.length - 30] = (byte) 0xFF;
    Encoding.Detection detection = Encoding.detect(bytes, 0, bytes.length);
    assertThat(detection.encoding()).isEqualTo(Encoding.UTF_8);
    assertThat(detection.mixed()).isFalse();
    assertThat(Encoding.UTF_8.decodes(bytes, 0, bytes.length)).isFalse();
  }

  @Test
  void text_that_is_not_vietnamese_is_doubtful() {
    byte[] french = "Société générale, café crème, élève, déjà vu, garçon, naïve, Noël\n"
        .getBytes(StandardCharsets.ISO_8859_1);
    assertThat(Encoding.detect(french, 0, french.length).doubtful()).isTrue();
  }

  @ParameterizedTest
  @EnumSource(Encoding.class)
  void a_stream_gives_the_same_in_constant_memory(Encoding encoding) throws IOException {
    String text = "\ufeff".repeat(encoding.name().startsWith("UTF") ? 1 : 0) + TEXT.repeat(2000)
        + TEXT.replace('\n', ' ').repeat(500);
    byte[] bytes = LegacyText.encode(text, encoding);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (var in = encoding.utf8(new ByteArrayInputStream(bytes))) {
      in.transferTo(out);
    }
    assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo(text.replace("\ufeff", ""));
  }

  @Test
  void random_syllables_are_found_out_in_every_encoding() {
    SplittableRandom random = new SplittableRandom(20250701);
    String[] words = TEXT.split("[^\\p{L}]+");
    for (int round = 0; round < 300; round++) {
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < 12; i++) {
        text.append(words[random.nextInt(words.length)]).append(i % 6 == 5 ? "\n" : " ");
      }
      for (Encoding encoding : Encoding.values()) {
        byte[] bytes = LegacyText.encode(text.toString(), encoding);
        Encoding.Detection detection = Encoding.detect(bytes, 0, bytes.length);
        boolean ascii = text.chars().allMatch(c -> c < 0x80);
        assertThat(detection.encoding()).as("seed 20250701 round %d: %s", round, text)
            .isEqualTo(ascii && !encoding.name().startsWith("UTF_16") ? Encoding.UTF_8 : encoding);
        assertThat(new String(detection.encoding().toUtf8(bytes), StandardCharsets.UTF_8))
            .isEqualTo(text.toString());
      }
    }
  }

  @Test
  void an_unknown_name_is_answered_with_the_known_ones() {
    assertThat(Encoding.of("UTF-8")).isEqualTo(Encoding.UTF_8);
    assertThat(Encoding.of("Windows-1258")).isEqualTo(Encoding.WINDOWS_1258);
    assertThat(Encoding.of("ABC")).isEqualTo(Encoding.TCVN3);
    assertThat(Encoding.of("VNI-Win")).isEqualTo(Encoding.VNI);
    assertThatThrownBy(() -> Encoding.of("latin1")).hasMessageContaining("latin1").hasMessageContaining("tcvn3");
  }

  private static String latin(String text, Encoding encoding) {
    return new String(encoding.toUtf8(text.getBytes(StandardCharsets.ISO_8859_1)), StandardCharsets.UTF_8);
  }

  private static Encoding.Detection detect(String text, Encoding encoding) {
    byte[] bytes = LegacyText.encode(Normalizer.normalize(text, Normalizer.Form.NFC), encoding);
    return Encoding.detect(bytes, 0, bytes.length);
  }

  private static byte[] join(byte[] first, byte[] second) {
    byte[] both = java.util.Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }
}
