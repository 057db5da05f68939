package vn.cuulong.sql;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.unsafe.types.UTF8String;
import vn.cuulong.territory.Basis;
import vn.cuulong.territory.Territory;

/**
 * {@code vn_unit_id(text, date)}: the unit that a name or code of a place means on a day; null when it means none, or
 * more than one. In place of the day also a map, {@code 'units_2004'} or {@code 'units_2025'}, or a day as text.
 */
public final class PlaceFunction {
  private static final int MOST_KEPT = 20_000;
  private static final ThreadLocal<PlaceFunction> OF_THREAD = ThreadLocal.withInitial(PlaceFunction::new);
  private static final UTF8String NO_UNIT = UTF8String.fromString("");

  private final Territory territory = Territory.standard();
  private final Map<Integer, Map<UTF8String, UTF8String>> known = new HashMap<>();
  private UTF8String lastWord;
  private LocalDate lastDay;

  private PlaceFunction() {}

  /** Places repeat, so what a spelling means is kept until a change of the map. */
  private UTF8String unit(UTF8String text, LocalDate day) {
    Map<UTF8String, UTF8String> spellings = known.computeIfAbsent(territory.era(day), era -> new HashMap<>());
    UTF8String unit = spellings.get(text);
    if (unit == null) {
      String id = territory.resolve(text.toString(), day).unitId();
      unit = id == null ? NO_UNIT : UTF8String.fromString(id);
      if (spellings.size() >= MOST_KEPT) {
        spellings.clear();
      }
      spellings.put(text.clone(), unit);
    }
    return unit == NO_UNIT ? null : unit;
  }

  private LocalDate day(UTF8String word) {
    if (!word.equals(lastWord)) {
      String text = word.toString();
      try {
        lastDay = LocalDate.parse(text);
      } catch (DateTimeException noDay) {
        lastDay = Basis.of(text).day();
      }
      lastWord = word.clone();
    }
    return lastDay;
  }

  /** With a day. */
  public static final class OnDay extends RuleFunction {
    private static final long serialVersionUID = 1L;

    OnDay() {
      super("vn_unit_id", DataTypes.StringType, new DataType[] {DataTypes.StringType, DataTypes.DateType});
    }

    /** The unit on a day, given as days since 1970. */
    public static UTF8String invoke(UTF8String text, int day) {
      return text == null ? null : OF_THREAD.get().unit(text, LocalDate.ofEpochDay(day));
    }
  }

  /** With a map or a day, as text. */
  public static final class OnMap extends RuleFunction {
    private static final long serialVersionUID = 1L;

    OnMap() {
      super("vn_unit_id", DataTypes.StringType, 2);
    }

    /** The unit on a map. */
    public static UTF8String invoke(UTF8String text, UTF8String mapOrDay) {
      if (text == null || mapOrDay == null) {
        return null;
      }
      PlaceFunction places = OF_THREAD.get();
      return places.unit(text, places.day(mapOrDay));
    }
  }
}
