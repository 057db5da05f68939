package vn.cuulong.territory;

/**
 * Which part of the value of one unit goes to another. The weights of one {@code fromUnitId} and variable add up to 1.
 *
 * @param fromUnitId unit of the map that is left
 * @param toUnitId unit of the map that is asked for
 * @param weightVariable what the split is proportional to ({@code population}, {@code grdp}); {@code none} when exact
 * @param weight share between 0 and 1
 * @param source act or published figure behind the weight
 * @param exact true when the whole unit goes over, so that nothing is estimated
 */
public record CrosswalkRow(
    String fromUnitId, String toUnitId, String weightVariable, double weight, String source, boolean exact) {}
