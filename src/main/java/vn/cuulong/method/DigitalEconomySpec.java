package vn.cuulong.method;

import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * What was chosen for the estimate of the digital economy, and how far each choice may be wrong. Errors are standard
 * deviations relative to the value; those in points are shares (0.01 is one percentage point).
 *
 * @param seed of the draws
 * @param draws possible worlds of which percentiles are taken, 100 or more
 * @param coreServices value added of the core's services over that of information and communication (VSIC J)
 * @param telecom share of telecommunications in the core's services
 * @param firstRelease deviation of the first release of a national share, in points
 * @param laterRelease deviation of a national share released more than once, in points
 * @param yearlyChange deviation of the change of a national share in a year, in points, where too few are published
 * @param agricultureOfShare agriculture in the national share, where no release has named it
 * @param servicesOfShare services in the national share, where no release has named them
 * @param yearlyChangeOfSplit deviation of the change of a part of the share in a year, where too few are published
 * @param province deviation of what the method does not see of a province
 * @param ownStructure deviation of the share of a sector that was published for the province and year
 * @param partStructure the same when it was published for a part of a year, or on a scale of its own
 * @param successorStructure the same when it was taken from the province that it became part of
 * @param regionalStructure the same when only its neighbours publish one
 * @param structureYear what each year of distance adds
 * @param publishedProvince deviation of a published provincial share, in points
 * @param path what is not known of the movement within a year
 * @param quotients how much of a part a province has, relative to its weight in the sector of the part in the nation
 */
public record DigitalEconomySpec(long seed, int draws, Chosen coreServices, Chosen telecom, double firstRelease,
    double laterRelease, double yearlyChange, Chosen agricultureOfShare, Chosen servicesOfShare,
    double yearlyChangeOfSplit, double province, double ownStructure, double partStructure,
    double successorStructure, double regionalStructure, double structureYear, double publishedProvince, double path,
    Map<DigitalPart, Quotients> quotients) {
  private static final int FEWEST_DRAWS = 100;

  /** A value and its relative deviation. */
  public record Chosen(double value, double error) {
    /** Refuses what is no positive number, or no deviation. */
    public Chosen {
      if (!(value >= 0) || !(error >= 0) || Double.isInfinite(value) || Double.isInfinite(error)) {
        throw new MethodException("A number of the method cannot be used", "its value is " + value + " and its error "
            + error, "Give a value and an error of 0 or more");
      }
    }
  }

  /** The numbers of provinces: of those named, and of all others. */
  public record Quotients(Chosen other, Map<String, Chosen> units) {
    /** Copies the units. */
    public Quotients {
      units = java.util.Collections.unmodifiableMap(new TreeMap<>(units));
    }

    /** The number of a province. */
    public Chosen of(String unitId) {
      return units.getOrDefault(unitId, other);
    }
  }

  /** Refuses a method that leaves a part without quotients, or makes no interval. */
  public DigitalEconomySpec {
    quotients = java.util.Collections.unmodifiableMap(new EnumMap<>(quotients));
    if (quotients.size() != DigitalPart.values().length) {
      throw new MethodException("The method is not complete", "there are quotients for " + quotients.keySet()
          + " only", "Give one key for each part of the digital economy");
    }
    if (draws < FEWEST_DRAWS) {
      throw new MethodException("The method makes no interval", draws + " draws give no percentiles worth printing",
          "Ask for " + FEWEST_DRAWS + " draws or more; 10000 is usual");
    }
    if (telecom.value() > 1) {
      throw new MethodException("The method contradicts itself", "telecommunications are " + telecom.value()
          + " of a whole that they are a part of", "Give a share from 0 to 1");
    }
    Given.finite("the deviations of the method", new double[] {firstRelease, laterRelease, yearlyChange, yearlyChangeOfSplit,
        province, ownStructure, partStructure, successorStructure, regionalStructure, structureYear, publishedProvince, path}, 1);
  }

  /** How much of a part a province has, relative to its weight in the sector. */
  public Chosen quotient(DigitalPart part, String unitId) {
    return quotients.get(part).of(unitId);
  }
}
