package vn.cuulong.lake;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.types.StructType;
import vn.cuulong.contract.TableContract;
import vn.cuulong.contract.TableName;
import vn.cuulong.contract.ValueKind;
import vn.cuulong.table.Schemas;

/**
 * How a table is stored.
 *
 * @param name of the table
 * @param description one line, both languages
 * @param schema columns in order, comments among them; a column that is not nullable is enforced
 * @param intervalColumn DATE column by which it is replaced, or null when it is not replaced by intervals
 * @param statistics columns for which every file keeps its least and greatest value
 * @param identifiers columns whose values hardly repeat: they are stored without a dictionary, which costs a third of
 *     the time of writing and saves nothing
 */
public record TableShape(
    TableName name,
    String description,
    StructType schema,
    String intervalColumn,
    List<String> statistics,
    List<String> identifiers) implements Serializable {

  private static final Set<ValueKind> RARELY_REPEATED = Set.of(ValueKind.CODE, ValueKind.TIME, ValueKind.MONEY);

  /** Keeps the interval column among the statistics: they tell which files an interval lies in. */
  public TableShape {
    List<String> kept = new ArrayList<>(statistics);
    if (intervalColumn != null && !kept.contains(intervalColumn)) {
      kept.add(0, intervalColumn);
    }
    statistics = List.copyOf(kept);
    identifiers = List.copyOf(identifiers);
  }

  /** The shape that a contract asks for. */
  public static TableShape of(TableContract contract) {
    List<String> identifiers = contract.columns().stream()
        .filter(use -> RARELY_REPEATED.contains(use.column().kind()) || use.name().equals("position"))
        .map(TableContract.ColumnUse::name)
        .toList();
    return new TableShape(contract.name(), contract.title().vi() + " / " + contract.title().en(),
        Schemas.of(contract), contract.intervalColumn(), contract.statistics(), identifiers);
  }
}
