package vn.cuulong.method;

import java.util.Locale;

/**
 * The parts of the digital economy that are shared out to provinces one by one, because each is spread differently.
 * Core and digitalised parts are those of the statistics office; that the core is taken in three is ours.
 */
public enum DigitalPart {
  /** Core: making electronic, computer and optical products (VSIC 26), a matter of few provinces. */
  ELECTRONICS(true, Sector.INDUSTRY),
  /** Core: telecommunications, sold wherever people and firms are. */
  TELECOM(true, Sector.SERVICES),
  /** Core: software, information services, wholesale of computers and telecom equipment, a matter of large cities. */
  INFORMATION(true, Sector.SERVICES),
  /** Digitalised part of agriculture. */
  AGRICULTURE(false, Sector.AGRICULTURE),
  /** Digitalised part of industry and construction, electronics left out. */
  INDUSTRY(false, Sector.INDUSTRY),
  /** Digitalised part of services, the core left out. */
  SERVICES(false, Sector.SERVICES);

  private final boolean core;
  private final Sector sector;

  DigitalPart(boolean core, Sector sector) {
    this.core = core;
    this.sector = sector;
  }

  /** True for a part of the core. */
  public boolean isCore() {
    return core;
  }

  /** The sector whose value added it belongs to. */
  public Sector sector() {
    return sector;
  }

  /** Its name in {@code method.yml}: {@code telecom}, {@code digitalised_services}. */
  public String key() {
    return (core ? "" : "digitalised_") + name().toLowerCase(Locale.ROOT);
  }
}
