package vn.cuulong.generate;

import java.io.IOException;
import java.time.LocalDate;
import java.util.SplittableRandom;

/** Makes the records of one source, day by day. A day's records depend on the seed and the day only. */
interface Records {

  /** Takes a finished row; the row is reused afterwards. */
  interface Taker {
    void take(Row row) throws IOException;
  }

  /** How busy its days are. */
  Season season();

  /** How many records the whole period gets; 0 when that follows from units, days and channels. */
  default long total(GenerateSpec spec) {
    return 0;
  }

  /** True when a provider sends them once a month at most, so that no file holds a single day. */
  default boolean monthly() {
    return false;
  }

  /** Makes the records of a day; {@code count} is the day's share of the total. */
  void day(LocalDate day, long count, SplittableRandom random, Taker taker) throws IOException;

  /** Makes the records of a month that a later file of the same name corrects; none by default. */
  default void correction(LocalDate month, SplittableRandom random, Taker taker) throws IOException {}
}
