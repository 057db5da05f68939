package vn.cuulong.table;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.MetadataBuilder;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import vn.cuulong.contract.Column;
import vn.cuulong.contract.ColumnType;
import vn.cuulong.contract.TableContract;

/** The Spark schema of a contract: the only place where contract types become Spark types. */
public final class Schemas {
  private Schemas() {}

  /** The schema of a table, {@code _text} columns after the columns they belong to, comments from the dictionary. */
  public static StructType of(TableContract table) {
    List<StructField> fields = new ArrayList<>();
    for (TableContract.ColumnUse use : table.columns()) {
      Column column = use.column();
      fields.add(field(column.name(), type(column.type()), !use.required(), column.title().vi() + " / " + column.title().en()));
      if (use.keepsText()) {
        fields.add(field(column.name() + "_text", DataTypes.StringType, true,
            "Như đã ghi, khi giá trị là phỏng đoán: " + column.title().vi() + " / As said, where the value is a guess: " + column.title().en()));
      }
    }
    return new StructType(fields.toArray(StructField[]::new));
  }

  /** The Spark type of a contract type. */
  public static DataType type(ColumnType type) {
    return switch (type.base()) {
      case STRING -> DataTypes.StringType;
      case BIGINT -> DataTypes.LongType;
      case DECIMAL -> DataTypes.createDecimalType(18, type.scale());
      case DOUBLE -> DataTypes.DoubleType;
      case DATE -> DataTypes.DateType;
      case TIMESTAMP -> DataTypes.TimestampType;
      case BOOLEAN -> DataTypes.BooleanType;
      case STRING_ARRAY -> DataTypes.createArrayType(DataTypes.StringType, false);
    };
  }

  private static StructField field(String name, DataType type, boolean nullable, String comment) {
    return new StructField(name, type, nullable, new MetadataBuilder().putString("comment", comment).build());
  }
}
