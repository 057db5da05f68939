package vn.cuulong.territory;

/**
 * The size of an old province, by which a value of the new unit around it is split.
 *
 * @param unitId the old province
 * @param weightVariable {@code population} or {@code grdp}
 * @param amount the size, in a unit that is the same for all provinces
 * @param source where the figure is published
 */
record SplitAmount(String unitId, String weightVariable, double amount, String source) {}
