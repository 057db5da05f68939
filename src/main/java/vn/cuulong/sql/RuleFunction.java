package vn.cuulong.sql;

import java.util.Arrays;
import org.apache.spark.sql.connector.catalog.functions.ScalarFunction;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;

/**
 * A rule of the {@code vietnamese} or {@code territory} package as a SQL function. A subclass has a public static
 * {@code invoke} for every number of arguments, which generated code calls directly; null in gives null out.
 */
abstract class RuleFunction implements ScalarFunction<Object> {
  private static final long serialVersionUID = 1L;

  private final String name;
  private final DataType result;
  private final DataType[] inputs;

  /** A function of texts. */
  RuleFunction(String name, DataType result, int arguments) {
    this(name, result, texts(arguments));
  }

  RuleFunction(String name, DataType result, DataType[] inputs) {
    this.name = name;
    this.result = result;
    this.inputs = inputs;
  }

  private static DataType[] texts(int count) {
    DataType[] types = new DataType[count];
    Arrays.fill(types, DataTypes.StringType);
    return types;
  }

  @Override
  public DataType[] inputTypes() {
    return inputs.clone();
  }

  @Override
  public DataType resultType() {
    return result;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String canonicalName() {
    return "vn.cuulong." + name + Arrays.toString(inputs);
  }
}
