package vn.cuulong.vietnamese;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/**
 * Whether a word can be a Vietnamese syllable: a known onset, a known rime, and a tone that the rime can carry. A
 * wrong decoding gives letters in plenty but hardly a syllable, which is how an encoding is told.
 */
final class Syllable {
  private static final int LONGEST = 8;

  private static final Set<String> ONSETS = set("b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x");

  private static final Set<String> RIMES = set("a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt "
      + "âc âm ân âng âp ât âu ây e ec em en eng eo ep et ê êch êm ên ênh êp êt êu "
      + "i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu "
      + "o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong ooc "
      + "oong op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt "
      + "u ua uân uâng uât uây uc uê uêch uênh ui um un ung uơ up ut uôc uôi uôm uôn uông uôt uy uya uych uyên uyêt "
      + "uynh uyt uyu uyn uyp ư ưa ưc ưi ưm ưn ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu "
      + "y yêm yên yêng yêt yêu ych ynh yn yt");

  private Syllable() {}

  /** True when the word, composed and in any case, can be a syllable. */
  static boolean isPossible(CharSequence text, int from, int to) {
    int length = to - from;
    if (length > LONGEST) {
      return false;
    }
    char[] bare = new char[length];
    int tone = 0;
    for (int i = 0; i < length; i++) {
      char letter = text.charAt(from + i);
      bare[i] = Letters.bare(letter);
      int own = Letters.tone(letter);
      if (bare[i] == 0 || own > 0 && tone > 0) {
        return false;
      }
      tone = Math.max(tone, own);
    }
    String word = new String(bare);
    for (int onset = 0; onset <= Math.min(3, length - 1); onset++) {
      if ((onset == 0 || ONSETS.contains(word.substring(0, onset))) && isRime(word.substring(onset), tone)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isRime(String rime, int tone) {
    if (!RIMES.contains(rime)) {
      return false;
    }
    char last = rime.charAt(rime.length() - 1);
    boolean stop = last == 'c' || last == 'p' || last == 't' || rime.endsWith("ch");
    return !stop || tone == 2 || tone == 5;
  }

  private static Set<String> set(String words) {
    return new HashSet<>(Arrays.asList(words.split(" ")));
  }
}
