package vn.cuulong.publish.disclosure;

/**
 * Who stands behind a value.
 *
 * @param count how many contributors (establishments, sellers, persons)
 * @param largest what the largest of them contributed, in the unit of the measure
 * @param second what the second largest contributed; 0 when there is one
 * @param total what all contributed
 */
record Contribution(long count, double largest, double second, double total) {
  /** Of a count of persons, each of whom contributes one. */
  static Contribution ofPersons(long count) {
    return new Contribution(count, Math.min(count, 1), count > 1 ? 1 : 0, count);
  }
}
