package vn.cuulong.method;

/** The three sectors of an economy in Viet Nam's accounts; taxes less subsidies on products stand beside them. */
public enum Sector {
  /** Agriculture, forestry, fishery. */
  AGRICULTURE,
  /** Industry and construction. */
  INDUSTRY,
  /** Services. */
  SERVICES
}
