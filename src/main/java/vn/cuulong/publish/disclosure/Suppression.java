package vn.cuulong.publish.disclosure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.cuulong.publish.disclosure.CellSystem.Room;

/**
 * Finds which cells have to be withheld together with those that the rules forbid, until no reader can come closer to
 * any of them than its protection interval. What is found is proved before it is given back: the last round over all
 * withheld cells asks a linear programme for the room of each, and changes nothing.
 */
final class Suppression {
  private static final double ROUNDING = 1e-4;

  /**
   * A measure of the cells. All measures are withheld in the same cells.
   *
   * @param amounts the true amounts behind the cells; NaN where there is none
   * @param protection how far each cell has to be out of reach if it is sensitive
   * @param unit how far any withheld cell has to be out of reach at least: the least step of the measure
   * @param given sums that earlier releases have published
   */
  record Measure(double[] amounts, double[] protection, double unit, List<double[]> given) {}

  /**
   * What was found.
   *
   * @param withheld the cells that are withheld
   * @param lost sensitive cells that no withholding protects, because an earlier release gives them away
   * @param whole true when nothing less than withholding all cells would do
   */
  record Pattern(BitSet withheld, BitSet lost, boolean whole) {}

  private final CellSystem cells;
  private final List<Measure> measures;
  private final BitSet sensitive;
  private final BitSet single;
  private final double[] weights;
  private final Map<Measure, Witnesses> seen = new IdentityHashMap<>();
  private final BitSet withheld = new BitSet();
  private final BitSet lost = new BitSet();
  private boolean whole;

  /**
   * A search.
   *
   * @param sensitive cells that the rules forbid
   * @param single sensitive cells of one contributor, who knows the value and may look for others
   * @param kept cells that stay withheld for another reason
   * @param weights what it costs to withhold each cell
   */
  Suppression(CellSystem cells, List<Measure> measures, BitSet sensitive, BitSet single, BitSet kept,
      double[] weights) {
    this.cells = cells;
    this.measures = measures;
    this.sensitive = sensitive;
    this.single = single;
    this.weights = weights;
    measures.forEach(measure -> seen.put(measure, cells.witnesses()));
    withheld.or(sensitive);
    withheld.or(kept);
  }

  /** The cells that are withheld in the end. */
  Pattern find() {
    boolean changed = true;
    while (changed && !whole) {
      changed = false;
      for (Measure measure : measures) {
        for (int cell = withheld.nextSetBit(0); cell >= 0; cell = withheld.nextSetBit(cell + 1)) {
          changed |= protect(cell, measure);
        }
      }
    }
    return new Pattern((BitSet) withheld.clone(), (BitSet) lost.clone(), whole);
  }

  /** Withholds more cells where a cell is within reach; true when it did. */
  private boolean protect(int cell, Measure measure) {
    double value = cells.value(cell, measure.amounts());
    // A zero tells of nobody; and whoever may know it cannot be kept from it where a total of zero is published.
    if (value <= 0) {
      return false;
    }
    double need = sensitive.get(cell) ? measure.protection()[cell] : measure.unit();
    boolean changed = false;
    double down = Math.min(need, value);
    for (int insider : insiders(cell)) {
      Witnesses shown = seen.get(measure);
      if (!shown.show(cell, need, insider) || !shown.show(cell, -down, insider)) {
        changed |= protect(cell, measure, need, down, insider);
      }
    }
    return changed;
  }

  private boolean protect(int cell, Measure measure, double up, double down, int insider) {
    BitSet known = new BitSet();
    known.set(0, cells.size());
    known.andNot(withheld);
    Room room = cells.room(cell, measure.amounts(), known, measure.given(), insider, up, seen.get(measure));
    if (isEnough(room, up, down)) {
      return false;
    }
    List<double[]> given = new ArrayList<>(measure.given());
    if (insider != Witnesses.ANYBODY) {
      given.add(cells.sum(insider));
    }
    Room most = cells.room(cell, measure.amounts(), new BitSet(), given, Witnesses.ANYBODY, up, cells.witnesses());
    if (!isEnough(most, up, down)) {
      if (sensitive.get(cell)) {
        lost.set(cell);
      }
      return false;
    }
    BitSet more = new BitSet();
    boolean found = room.up() >= up * (1 - ROUNDING) || add(more, cell, measure, up, given);
    found &= room.down() >= down * (1 - ROUNDING) || add(more, cell, measure, -down, given);
    if (!found || more.isEmpty()) {
      whole = true;
      more.set(0, cells.size());
    }
    withheld.or(more);
    return true;
  }

  private boolean add(BitSet more, int cell, Measure measure, double shift, List<double[]> given) {
    Optional<BitSet> found = cells.cheapest(cell, measure.amounts(), shift, given, withheld, weights);
    found.ifPresent(more::or);
    return found.isPresent();
  }

  private static boolean isEnough(Room room, double up, double down) {
    return room.up() >= up * (1 - ROUNDING) && room.down() >= down * (1 - ROUNDING);
  }

  /** Who looks: anybody, or the only contributor of another withheld cell. */
  private List<Integer> insiders(int cell) {
    List<Integer> insiders = new ArrayList<>(List.of(Witnesses.ANYBODY));
    if (sensitive.get(cell)) {
      single.stream().filter(other -> !cells.overlap(cell, other)).forEach(insiders::add);
    }
    return insiders;
  }
}
