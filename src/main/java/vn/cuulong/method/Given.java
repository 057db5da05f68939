package vn.cuulong.method;

/** What a method asks of the numbers that it is given; each question refuses with the number that broke it. */
final class Given {
  private static final String LEAVE_OUT =
      "Leave out units or periods without a value before the method is called, and say that they are missing";

  private Given() {}

  /** Refuses a number that is no number or infinite. */
  static double finite(String name, double value) {
    if (!Double.isFinite(value)) {
      throw new MethodException("Nothing can be computed from " + name, "it is " + value, LEAVE_OUT);
    }
    return value;
  }

  /** Refuses a list that is too short or holds something that is no number. */
  static void finite(String name, double[] values, int fewest) {
    if (values.length < fewest) {
      throw new MethodException("Too few values of " + name, "there are " + values.length + ", " + fewest
          + " are needed", "Bring in more units or periods, or do not ask for this measure");
    }
    for (int i = 0; i < values.length; i++) {
      if (!Double.isFinite(values[i])) {
        throw new MethodException("Nothing can be computed from " + name, "value " + i + " is " + values[i],
            LEAVE_OUT);
      }
    }
  }

  /** Refuses numbers below zero, and a list that adds up to zero. */
  static void notNegative(String name, double[] values, int fewest) {
    finite(name, values, fewest);
    boolean some = false;
    for (int i = 0; i < values.length; i++) {
      some |= values[i] > 0;
      if (values[i] < 0) {
        throw new MethodException("Nothing can be computed from " + name,
            "value " + i + " is " + values[i] + ", and the measure is of quantities",
            "Look for the reason in the source; a measure of shares has no meaning below zero");
      }
    }
    if (!some) {
      throw new MethodException("Nothing can be computed from " + name, "all values are 0",
          "A share of nothing is undefined; leave the period out");
    }
  }

  /** Refuses numbers that are not above zero. */
  static void positive(String name, double[] values, int fewest) {
    finite(name, values, fewest);
    for (int i = 0; i < values.length; i++) {
      if (!(values[i] > 0)) {
        throw new MethodException("Nothing can be computed from " + name,
            "value " + i + " is " + values[i] + ", and its logarithm or its ratio is needed",
            "Leave the unit out of this measure, or take one that allows zeros (Theil T, Gini)");
      }
    }
  }

  /** Refuses two lists that do not belong together. */
  static void sameLength(String left, int leftLength, String right, int rightLength) {
    if (leftLength != rightLength) {
      throw new MethodException(left + " and " + right + " do not belong together",
          "one has " + leftLength + " values, the other " + rightLength, "Give one value of each for every unit");
    }
  }

  /** Refuses a share that is not strictly between 0 and 1. */
  static double inside(String name, double value, String remedy) {
    if (!(value > 0 && value < 1)) {
      throw new MethodException(name + " must lie between 0 and 1", "it is " + value, remedy);
    }
    return value;
  }

  /** Refuses a level of confidence outside (0, 1). */
  static double level(double level) {
    return inside("The level of an interval", level, "0.95 is usual");
  }
}
