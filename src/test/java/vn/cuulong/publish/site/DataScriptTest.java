package vn.cuulong.publish.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DataScriptTest {
  @Test
  void aTextCannotEndTheScriptThatHoldsIt() {
    String script = DataScript.of("x", "</script><!-- & \u2028\u2029");
    assertThat(script).isEqualTo("cuulong.give(\"x\", \"\\u003c/script\\u003e\\u003c!-- \\u0026 \\u2028\\u2029\");\n");
  }

  @Test
  void whatIsReadBackIsWhatWasWritten() throws JsonProcessingException {
    long seed = 20260131;
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < 2000; i++) {
      StringBuilder text = new StringBuilder();
      for (int k = random.nextInt(12); k > 0; k--) {
        text.append("<>&\"'\\/\u2028\u2029\u0000đ\ud83d\ude42a".charAt(random.nextInt(14)));
      }
      String json = DataScript.json(text.toString());
      assertThat(json).as("seed " + seed + ", round " + i).doesNotContain("<", ">", "&", "\u2028", "\u2029");
      assertThat(new ObjectMapper().readValue(json, String.class)).as("seed " + seed + ", round " + i)
          .isEqualTo(text.toString());
    }
  }
}
