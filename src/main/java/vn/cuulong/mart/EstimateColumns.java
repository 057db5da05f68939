package vn.cuulong.mart;

import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import vn.cuulong.territory.Basis;
import vn.cuulong.territory.Territory;

/** The columns that every table of estimates begins with: what is estimated, and in which estimate. */
final class EstimateColumns {
  /** Codes of what a row rests on. */
  static final DataType TEXTS = DataTypes.createArrayType(DataTypes.StringType, false);
  private static final List<StructField> SUBJECT = List.of(
      text("unit_id"), text("boundary_basis"), text("method_family"), text("period"),
      new StructField("period_start", DataTypes.DateType, false, org.apache.spark.sql.types.Metadata.empty()));
  private static final StructType VINTAGE = new StructType()
      .add("estimate_vintage", DataTypes.DateType, false)
      .add("method_version", DataTypes.LongType, false)
      .add("method_hash", DataTypes.StringType, false)
      .add("territory_hash", DataTypes.StringType, false)
      .add("inputs_hash", DataTypes.StringType, false);

  private EstimateColumns() {}

  private static StructField text(String name) {
    return new StructField(name, DataTypes.StringType, false, org.apache.spark.sql.types.Metadata.empty());
  }

  /** Unit, map, family and period, then the vintage, its number, and whether the unit is a region. */
  static StructType head() {
    StructType head = withVintage(new StructType(SUBJECT.toArray(StructField[]::new)));
    return head.add("release_number", DataTypes.LongType, false).add("is_region", DataTypes.BooleanType, false);
  }

  /** Some columns, then the vintage. */
  static StructType withVintage(StructType columns) {
    StructType all = columns;
    for (StructField field : VINTAGE.fields()) {
      all = all.add(field);
    }
    return all;
  }

  /** Begins a row of an estimate. */
  static NamedRows begin(NamedRows rows, String unit, Basis basis, String family, String period, LocalDate start) {
    boolean province = Territory.standard().unit(unit).filter(of -> of.isProvince()).isPresent();
    return rows.next()
        .set("unit_id", unit)
        .set("boundary_basis", basis.code())
        .set("method_family", family)
        .set("period", period)
        .set("period_start", Date.valueOf(start))
        .set("is_region", !province);
  }

  /** Sets the vintage of the row. */
  static NamedRows vintage(NamedRows rows, EstimateGroups.Group group) {
    return rows
        .set("estimate_vintage", Date.valueOf(group.vintage()))
        .set("method_version", (long) group.version())
        .set("method_hash", group.method())
        .set("territory_hash", group.territory())
        .set("inputs_hash", group.inputs());
  }
}
