package vn.cuulong.mart;

import java.time.LocalDate;
import vn.cuulong.territory.Basis;

/**
 * A unit or region that a mart has rows for.
 *
 * @param basis its map
 * @param unitId its id
 * @param isRegion true for a region
 * @param land all provinces of the 2004 map inside it, as bits of {@link Places#landIds}
 * @param regionId the region that it is compared with, or null
 * @param isComparable true when its land can be shown on every map, so that totals must agree
 * @param from first day of the months for which this holds
 * @param until first day after
 */
record Area(
    Basis basis,
    String unitId,
    boolean isRegion,
    long land,
    String regionId,
    boolean isComparable,
    LocalDate from,
    LocalDate until) {}
