package vn.cuulong.chaos;

import static vn.cuulong.run.Nights.FIGURES;
import static vn.cuulong.run.Nights.REPORTS;
import static vn.cuulong.run.Nights.TOURISM;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import vn.cuulong.chaos.Kill.Place;

/** The list of everything that is tried: every place of a night, the narrow ones more than once. */
final class Faults {
  private Faults() {}

  /** So many of the list, as often as it takes: each time all of it, in another order and with other delays. */
  static List<Fault> drawn(int count, Random random) {
    List<Fault> drawn = new ArrayList<>();
    while (drawn.size() < count) {
      List<Fault> all = all(random);
      Collections.shuffle(all, random);
      drawn.addAll(all);
    }
    return drawn.subList(0, count);
  }

  private static List<Fault> all(Random random) {
    return new ArrayList<>(List.of(
        new Kill(FIGURES, Place.STAGING, random.nextInt(100)),
        new Kill(REPORTS, Place.READING, random.nextInt(1000)),
        new Kill(REPORTS, Place.STAGING, random.nextInt(60)),
        new Kill(REPORTS, Place.CHECKING, random.nextInt(300)),
        new Kill(REPORTS, Place.REJECTED, 0),
        new Kill(REPORTS, Place.REJECTED, random.nextInt(20)),
        new Kill(REPORTS, Place.COMMITTED, 0),
        new Kill(REPORTS, Place.COMMITTED, random.nextInt(10)),
        new Kill(TOURISM, Place.STAGING, random.nextInt(60)),
        new Kill(TOURISM, Place.COMMITTED, 0)));
  }
}
