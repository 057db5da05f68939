package vn.cuulong.chaos;

import static vn.cuulong.run.Nights.FIGURES;
import static vn.cuulong.run.Nights.REPORTS;
import static vn.cuulong.run.Nights.TOURISM;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import vn.cuulong.chaos.ChangingFile.Way;
import vn.cuulong.chaos.Kill.Place;
import vn.cuulong.run.RejectStore;

/** The list of everything that is tried: every place of a night, the narrow ones more than once. */
final class Faults {
  /** Less than one file of the ledger needs. */
  private static final List<String> NO_BUFFERS = List.of("-XX:MaxDirectMemorySize=2k");

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

  /** Everything that is tried but kills, once; the long form tries more ways of the same. */
  static List<Fault> others(boolean longForm) {
    List<Fault> others = new ArrayList<>(List.of(
        new FullDisk(0), new FullDisk(16), new FullDisk(40), new ReadOnlyWarehouse(),
        new ChangingFile(Way.GROWS), new ChangingFile(Way.VANISHES),
        new TwoTogether(), new LostLease(), new DeadLeases(), new JumpingClock(7200), new JumpingClock(-7200),
        new DamagedLog(DamagedLog.Way.TRUNCATED), new MissingData(REPORTS), new MissingData(RejectStore.NAME),
        new DamagedCheckpoint(false), new DamagedCheckpoint(true), new LostTable(REPORTS), new DamagedLedger(),
        new SmallMemory(List.of("-Xmx400m")), new SmallMemory(NO_BUFFERS),
        new HungryExecutors(1), new HungryExecutors(HungryExecutors.ALL)));
    if (longForm) {
      others.addAll(List.of(new FullDisk(12), new FullDisk(24), new FullDisk(60), new FullDisk(100),
          new DamagedLog(DamagedLog.Way.ZEROED), new DamagedLog(DamagedLog.Way.EMPTY), new MissingData(FIGURES),
          new LostTable(FIGURES), new LostTable(TOURISM)));
    }
    return others;
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
