package vn.cuulong.territory;

/**
 * Two provinces of the 2004 map with a common border, a river between them included. Known for the provinces of the
 * Mekong Delta and for Tây Ninh.
 *
 * @param unitId one province
 * @param neighbourId the other
 * @param source where it is said
 */
record Neighbours(String unitId, String neighbourId, String source) {}
