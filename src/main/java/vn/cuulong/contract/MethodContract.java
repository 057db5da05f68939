package vn.cuulong.contract;

import java.io.Serializable;
import java.util.Map;
import java.util.TreeMap;

/**
 * How an estimate is made: {@code method.yml} beside the {@code table.yml} of a mart. It holds every number that is not
 * a published figure, each with its error and the place it comes from, so that whoever doubts an estimate can change
 * one and see what follows. What the names mean is the matter of the estimate that reads them.
 *
 * @param family which definition is measured; estimates of two families are never compared
 * @param version of the method, told by its authors; a new one makes a new vintage
 * @param seed of the draws
 * @param draws how many possible worlds an interval is taken from
 * @param parameters numbers by name
 * @param keys numbers of provinces by name: what an amount is shared out by
 * @param paths columns of monthly marts that move provinces within the years, by name
 * @param syntheticPaths whether {@code paths} may read synthetic records: never by file, only when a run was told so
 */
public record MethodContract(String family, int version, long seed, int draws, Map<String, Parameter> parameters,
    Map<String, Key> keys, Map<String, Path> paths, boolean syntheticPaths) implements Serializable {

  /** Sorts the maps, so that equal methods have equal texts. */
  public MethodContract {
    parameters = java.util.Collections.unmodifiableMap(new TreeMap<>(parameters));
    keys = java.util.Collections.unmodifiableMap(new TreeMap<>(keys));
    paths = java.util.Collections.unmodifiableMap(new TreeMap<>(paths));
  }

  /** The same method, with or without synthetic records in its paths. */
  public MethodContract withSyntheticPaths(boolean allowed) {
    return new MethodContract(family, version, seed, draws, parameters, keys, paths, allowed);
  }

  /**
   * A column of a monthly mart that moves provinces within the years.
   *
   * @param table the mart
   * @param column an amount by province and month
   * @param missing column of the mart that lists the parts of a unit without records; such rows are not used
   * @param moves which part of a series follows the column, by name of the series
   */
  public record Path(String table, String column, String missing, Map<String, Parameter> moves)
      implements Serializable {
    /** Sorts the series. */
    public Path {
      moves = java.util.Collections.unmodifiableMap(new TreeMap<>(moves));
    }
  }

  /**
   * A number that was chosen.
   *
   * @param value the number
   * @param error standard deviation of what is not known of it, relative to it unless its name says points
   * @param source where it comes from
   * @param isJudgement true when no source gives it
   */
  public record Parameter(double value, double error, String source, boolean isJudgement) implements Serializable {}

  /**
   * A number for each province.
   *
   * @param other for the provinces that are not named
   * @param units by unit id
   */
  public record Key(Parameter other, Map<String, Parameter> units) implements Serializable {
    /** Sorts the units. */
    public Key {
      units = java.util.Collections.unmodifiableMap(new TreeMap<>(units));
    }

    /** The number of a unit. */
    public Parameter of(String unitId) {
      return units.getOrDefault(unitId, other);
    }
  }
}
