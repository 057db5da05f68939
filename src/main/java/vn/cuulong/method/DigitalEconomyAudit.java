package vn.cuulong.method;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import vn.cuulong.method.DigitalEconomyDraws.EstimatedYear;
import vn.cuulong.method.DigitalEconomyEstimate.Row;
import vn.cuulong.territory.Basis;
import vn.cuulong.territory.Unit;

/**
 * What must hold of every estimate; a breach is a fault of the method or of its inputs, and nothing is given out.
 *
 * <p>Numbers in messages are those of the list of invariants in {@code docs/methods/digital-economy.md}.
 */
final class DigitalEconomyAudit {
  private static final String DELTA_13 = "mekong-delta-13";
  private static final double PER_VND = 1e9;
  private static final double ROUNDING = 1e-9;

  private final SortedMap<String, Row> rows = new TreeMap<>();
  private final String place;

  private DigitalEconomyAudit(String place) {
    this.place = place;
  }

  /** Checks all rows of an estimate. */
  static void require(List<Row> rows, DigitalEconomyEstimate estimate) {
    SortedMap<String, DigitalEconomyAudit> audits = new TreeMap<>();
    for (Row row : rows) {
      String place = row.basis().code() + " " + row.year();
      if (audits.computeIfAbsent(place, DigitalEconomyAudit::new).rows.put(row.unitId(), row) != null) {
        throw broken("0", "a unit has one row", place + " has " + row.unitId() + " twice");
      }
    }
    audits.values().forEach(DigitalEconomyAudit::addsUp);
    rows.forEach(row -> within(row, estimate.estimated().get(row.year())));
    List<String> members = estimate.territory().members("mekong-delta-5", Basis.UNITS_2025).stream().map(Unit::id)
        .toList();
    estimate.years().forEach(year -> regions(audits.get(Basis.UNITS_2004.code() + " " + year).rows,
        audits.get(Basis.UNITS_2025.code() + " " + year).rows, year, members));
  }

  private static MethodException broken(String number, String rule, String found) {
    return new MethodException("The estimate breaks invariant " + number, rule + "; but " + found,
        "Nothing was given out. Look at the figures and at method.yml that changed last");
  }

  /** 1 and 4: provinces and rest add to the nation in every part and in GRDP, to the last VND. */
  private void addsUp() {
    Row nation = rows.get(NationalDigitalEconomy.NATION);
    long[] parts = new long[DigitalPart.values().length];
    long grdp = 0;
    for (Row row : rows.values()) {
      if (!row.unitId().startsWith("mekong-delta") && row != nation) {
        grdp += row.grdp();
        Arrays.setAll(parts, j -> parts[j] + row.parts()[j]);
      }
    }
    if (!Arrays.equals(parts, nation.parts()) || grdp != nation.grdp()) {
      throw broken("1", "provinces and the rest add to the nation", place + ": " + Arrays.toString(parts) + " of "
          + grdp + " against " + Arrays.toString(nation.parts()) + " of " + nation.grdp());
    }
    if (Math.abs(nation.digital() - nation.share().point() * nation.grdp()) > ROUNDING * nation.grdp()) {
      throw broken("4", "the parts of the nation add to its share", place + ": " + nation.digital());
    }
  }

  /** 3 and 12: nothing is negative or more than its whole, and the interval holds the point. */
  private static void within(Row row, EstimatedYear of) {
    String name = row.unitId() + " " + row.year();
    for (DigitalPart part : DigitalPart.values()) {
      if (row.parts()[part.ordinal()] < 0) {
        throw broken("3", "no value added is negative", name + " has " + part + " " + row.parts()[part.ordinal()]);
      }
    }
    if (row.digital() > row.grdp() || row.share().low() < 0 || row.share().high() > 1) {
      throw broken("3", "a share lies between 0 and 1", name + ": " + row.share());
    }
    ProvincialAccounts.Account account = of.accounts().get(row.unitId());
    for (Sector sector : Sector.values()) {
      if (account != null && row.digital(sector) > account.sectors()[sector.ordinal()] * PER_VND + 2) {
        throw broken("3", "the digital part of a sector is no more than the sector", name + " in " + sector);
      }
    }
    if (Math.abs(row.share().point() - row.digital() / (double) row.grdp()) > ROUNDING) {
      throw broken("12", "the share is value added over GRDP", name + ": " + row.share());
    }
  }

  /** 5 and 6: a region lies between its members, and the three definitions of the Delta differ by whole provinces. */
  private static void regions(Map<String, Row> old, Map<String, Row> now, int year, List<String> members) {
    Row d13 = old.get(DELTA_13);
    Row d5 = now.get("mekong-delta-5");
    Row d6 = now.get("mekong-delta-6");
    if (d13.digital() != d5.digital() + old.get("long-an-2004").digital()
        || d6.digital() != d13.digital() + old.get("tay-ninh-2004").digital()) {
      throw broken("6", "the Delta of 13 is that of 5 and Long An, the Delta of 6 is that of 13 and old Tây Ninh",
          "in " + year + " they are " + d13.digital() + ", " + d5.digital() + " and " + d6.digital());
    }
    double least = 1;
    double most = 0;
    for (String member : members) {
      least = Math.min(least, now.get(member).share().point());
      most = Math.max(most, now.get(member).share().point());
    }
    if (d5.share().point() < least - ROUNDING || d5.share().point() > most + ROUNDING) {
      throw broken("5", "a region's share lies between those of its members", "in " + year + " it is " + d5.share());
    }
  }
}
