package vn.cuulong.method;

/** How much more an industry weighs in a region than in the nation: 1 for the same, 2 for twice as much. */
public final class LocationQuotient {
  private LocationQuotient() {}

  /**
   * {@code (own / ownTotal) / (nation / nationTotal)}.
   *
   * @param own the industry in the region, 0 or more
   * @param ownTotal all industries in the region, above 0
   * @param nation the industry in the nation, above 0
   * @param nationTotal all industries in the nation, above 0
   */
  public static double of(double own, double ownTotal, double nation, double nationTotal) {
    Given.positive("totals of a location quotient", new double[] {ownTotal, nation, nationTotal}, 3);
    if (!(own >= 0 && own < Double.POSITIVE_INFINITY)) {
      throw new MethodException("A location quotient is not defined", "the industry has " + own + " in the region",
          "Give a quantity of 0 or more");
    }
    return own / ownTotal / (nation / nationTotal);
  }
}
