package vn.cuulong.mart;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import vn.cuulong.method.DigitalLinkages;
import vn.cuulong.method.InputOutputTable;
import vn.cuulong.method.LocationQuotients;
import vn.cuulong.method.RegionalTable;
import vn.cuulong.table.Inputs;
import vn.cuulong.table.Interval;
import vn.cuulong.table.TableBuild;
import vn.cuulong.territory.Basis;
import vn.cuulong.territory.Membership;
import vn.cuulong.territory.Territory;
import vn.cuulong.territory.Unit;

/**
 * How much value added of each province is digitally linked: its own table is estimated from the national one by
 * Flegg's location quotients, for three sizes of their exponent.
 *
 * <p>Merged units and regions are computed from the summed value added of their provinces, never from the results of
 * these: the measure does not add up.
 */
public final class ProvinceDigitalLinkage implements TableBuild {
  private static final double DELTA = 0.25;
  private static final double[] DELTAS = {0.2, DELTA, 0.3};
  private static final DataType MONEY = DataTypes.createDecimalType(18, 2);
  private static final DataType TEXTS = DataTypes.createArrayType(DataTypes.StringType, false);
  private static final StructType SCHEMA = new StructType()
      .add("unit_id", DataTypes.StringType, false)
      .add("boundary_basis", DataTypes.StringType, false)
      .add("period", DataTypes.StringType, false)
      .add("is_region", DataTypes.BooleanType, false)
      .add("digital_linkage_share", DataTypes.DoubleType, false)
      .add("digital_linkage_share_least", DataTypes.DoubleType, false)
      .add("digital_linkage_share_most", DataTypes.DoubleType, false)
      .add("digital_linkage_million_vnd", MONEY, false)
      .add("forward_linkage_million_vnd", MONEY, false)
      .add("backward_linkage_million_vnd", MONEY, false)
      .add("both_linkage_million_vnd", MONEY, false)
      .add("value_added_million_vnd", MONEY, false)
      .add("industry_count", DataTypes.LongType, false)
      .add("scaled_industry_codes", TEXTS, false)
      .add("method_warnings", TEXTS, false)
      .add("data_origin", DataTypes.StringType, false);

  private final Territory territory = Territory.standard();

  @Override
  public Dataset<Row> build(Inputs inputs, Interval interval) {
    Dataset<Row> clean = inputs.table("clean.input_output_cell");
    List<Row> rows = new ArrayList<>();
    InputOutputCells.of(clean).forEach(year -> rows.addAll(linkages(year)));
    return clean.sparkSession().createDataFrame(rows, SCHEMA);
  }

  private List<Row> linkages(InputOutputCells year) {
    InputOutputTable nation = year.nation();
    Map<String, double[]> provinces = year.provinces(nation.industries());
    List<Row> rows = new ArrayList<>();
    for (Basis basis : List.of(Basis.UNITS_2004, Basis.UNITS_2025)) {
      Map<String, double[]> units = unitsAndRegions(provinces, basis);
      units.put(InputOutputCells.NATION, nation.valueAdded());
      units.forEach((unit, valueAdded) -> rows.add(row(unit, basis, year, nation, valueAdded)));
    }
    return rows;
  }

  private Row row(String unit, Basis basis, InputOutputCells year, InputOutputTable nation, double[] valueAdded) {
    LocationQuotients presence = new LocationQuotients(nation.industries(), valueAdded, nation.valueAdded());
    RegionalTable region = RegionalTable.of(nation, presence, presence.flegg(DELTA));
    DigitalLinkages linkages = linkages(region, year);
    double[] shares = Arrays.stream(DELTAS)
        .map(delta -> linkages(RegionalTable.of(nation, presence, presence.flegg(delta)), year).share())
        .sorted().toArray();
    return RowFactory.create(unit, basis.code(), year.period(), isRegion(unit), linkages.share(), shares[0],
        shares[shares.length - 1], money(linkages.total()), money(linkages.forward()), money(linkages.backward()),
        money(linkages.both()), money(linkages.valueAdded()), (long) region.table().industries().size(),
        region.scaledRows().toArray(String[]::new), linkages.warnings().toArray(String[]::new), year.origin());
  }

  /** A unit without any digital industry has no linkages: nothing digital is made there. */
  private static DigitalLinkages linkages(RegionalTable region, InputOutputCells year) {
    List<String> present = year.digital().stream().filter(region.table().industries()::contains).toList();
    return present.isEmpty() && !year.digital().isEmpty() ? DigitalLinkages.none(region.table())
        : DigitalLinkages.of(region.table(), present);
  }

  /** The units of a map and the regions made of them whose value added is known, itself or in all its parts. */
  private Map<String, double[]> unitsAndRegions(Map<String, double[]> provinces, Basis basis) {
    Map<String, double[]> known = new TreeMap<>();
    for (Unit unit : territory.provinces(basis)) {
      List<String> parts = basis == Basis.UNITS_2004 ? List.of()
          : territory.crosswalk(Basis.UNITS_2004, basis).to(unit.id()).stream().map(part -> part.fromUnitId()).toList();
      if (provinces.containsKey(unit.id())) {
        known.put(unit.id(), provinces.get(unit.id()));
      } else if (!parts.isEmpty() && provinces.keySet().containsAll(parts)) {
        known.put(unit.id(), sum(provinces, parts));
      }
    }
    Map<String, double[]> all = new TreeMap<>(known);
    for (String region : new TreeSet<>(territory.memberships().stream().map(Membership::regionId).toList())) {
      List<String> members = territory.members(region, basis).stream().map(Unit::id).toList();
      if (!members.isEmpty() && known.keySet().containsAll(members)) {
        all.put(region, sum(known, members));
      }
    }
    return all;
  }

  private static double[] sum(Map<String, double[]> values, List<String> units) {
    double[] sum = new double[values.get(units.get(0)).length];
    units.stream().sorted().map(values::get).forEach(parts -> Arrays.setAll(sum, i -> sum[i] + parts[i]));
    return sum;
  }

  private boolean isRegion(String unit) {
    return territory.unit(unit).map(Unit::level).filter(level -> level == Unit.Level.REGION).isPresent();
  }

  private static BigDecimal money(double value) {
    return new BigDecimal(value).setScale(2, RoundingMode.HALF_EVEN);
  }
}
