package vn.cuulong.postgres;

import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DecimalLogicalTypeAnnotation;
import org.apache.parquet.schema.Type;

/**
 * A column of a release.
 *
 * @param stored how its values are stored
 * @param comment what it is, Vietnamese first
 */
record ReleaseColumn(Type stored, String comment) {
  private static final int PRECISION = 38;

  String name() {
    return stored.getName();
  }

  boolean required() {
    return stored.isRepetition(Type.Repetition.REQUIRED);
  }

  /** The digits behind the mark of a decimal, or -1. */
  int scale() {
    return stored.getLogicalTypeAnnotation() instanceof DecimalLogicalTypeAnnotation decimal ? decimal.getScale() : -1;
  }

  boolean isList() {
    return !stored.isPrimitive();
  }

  boolean isMoment() {
    return stored.getLogicalTypeAnnotation() instanceof LogicalTypeAnnotation.TimestampLogicalTypeAnnotation;
  }

  /** Its type in PostgreSQL. */
  String type() {
    if (isList()) {
      return "text[]";
    }
    if (scale() >= 0) {
      return "numeric(" + PRECISION + "," + scale() + ")";
    }
    return switch (stored.asPrimitiveType().getPrimitiveTypeName()) {
      case BINARY -> "text";
      case INT64 -> isMoment() ? "timestamptz" : "bigint";
      case INT32 -> "date";
      case DOUBLE -> "double precision";
      case BOOLEAN -> "boolean";
      default -> throw new IllegalStateException("a release has no column of type " + stored);
    };
  }
}
