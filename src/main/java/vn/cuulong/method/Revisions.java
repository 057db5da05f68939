package vn.cuulong.method;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Earlier and later values of the same periods, ordered by period.
 *
 * @param pairs one for each period
 */
public record Revisions(List<Pair> pairs) {
  /** An earlier and a later value of one period. */
  public record Pair(String period, double earlier, double later) {
    /** What was added to the earlier value. */
    public double revision() {
      return later - earlier;
    }
  }

  /** Sorts the pairs and keeps them. */
  public Revisions {
    List<Pair> sorted = new ArrayList<>(pairs);
    sorted.sort(Comparator.comparing(Pair::period).thenComparing(Pair::earlier).thenComparing(Pair::later));
    pairs = List.copyOf(sorted);
  }

  /** How many periods there are. */
  public int size() {
    return pairs.size();
  }

  /** What they say about how first figures are revised; needs one pair or more. */
  public RevisionMeasures measures() {
    return RevisionMeasures.of(this);
  }

  double[] earlier() {
    return pairs.stream().mapToDouble(Pair::earlier).toArray();
  }

  double[] later() {
    return pairs.stream().mapToDouble(Pair::later).toArray();
  }

  double[] revisions() {
    return pairs.stream().mapToDouble(Pair::revision).toArray();
  }
}
