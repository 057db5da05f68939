package vn.cuulong.territory;

/**
 * An old province became, as a whole, part of a new unit.
 *
 * @param oldUnitId province of the 2004 map
 * @param newUnitId unit of the 2025 map
 * @param legalAct the act that did it
 */
record Merge(String oldUnitId, String newUnitId, String legalAct) {}
