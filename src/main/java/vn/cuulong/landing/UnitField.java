package vn.cuulong.landing;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.execution.vectorized.WritableColumnVector;
import vn.cuulong.territory.Basis;
import vn.cuulong.territory.Resolution;
import vn.cuulong.territory.Territory;
import vn.cuulong.vietnamese.Fold;
import vn.cuulong.vietnamese.MissingMarks;
import vn.cuulong.vietnamese.Spellings;

/**
 * A place, as the unit it means on the day of its row or on the map its source declares. Each spelling is resolved
 * once per stretch of time in which the map did not change.
 */
final class UnitField extends FieldReader {
  private static final int MOST_SPELLINGS = 1 << 14;

  private final Territory territory = Territory.standard();
  private final Map<String, String> providerSpellings = new HashMap<>();
  private final Basis basis;
  private final Known[] knownByEra;
  private final Map<Basis, Known> knownByBasis = new HashMap<>();
  private final long[] changeDays;

  /** The map on which the current row's places are meant, when a raw column says it; else null. */
  Basis rowBasis;

  UnitField(Basis basis, Map<String, String> providerSpellings) {
    this.basis = basis;
    providerSpellings.forEach((said, name) -> this.providerSpellings.put(Fold.fold(said), name));
    this.changeDays = territory.changeDates().stream().mapToLong(LocalDate::toEpochDay).toArray();
    this.knownByEra = new Known[changeDays.length + 1];
  }

  @Override
  boolean understand(byte[] utf8, int offset, int length, long day, WritableColumnVector out, int row) {
    Basis map = rowBasis != null ? rowBasis : basis;
    if (map == null && day == RowReader.NO_DAY) {
      // The row is rejected for its missing day; a place without a day would be a guess.
      return false;
    }
    Known known = map == null ? era(day) : knownByBasis.computeIfAbsent(map, key -> new Known());
    int number = known.spellings.find(utf8, offset, length);
    Place place = number >= 0 ? known.places.get(number) : resolve(known, utf8, offset, length, map, day);
    if (place == null) {
      return false;
    }
    doubt = place.resolution.doubt();
    if (place.id == null) {
      return false;
    }
    out.putByteArray(row, place.id, 0, place.id.length);
    hashOf(place.id, 0, place.id.length);
    return true;
  }

  private Known era(long day) {
    int era = 0;
    while (era < changeDays.length && changeDays[era] <= day) {
      era++;
    }
    if (knownByEra[era] == null) {
      knownByEra[era] = new Known();
    }
    return knownByEra[era];
  }

  private Place resolve(Known known, byte[] utf8, int offset, int length, Basis map, long day) {
    Place place = null;
    if (!MissingMarks.isMissing(utf8, offset, length)) {
      String said = new String(utf8, offset, length, StandardCharsets.UTF_8);
      String name = providerSpellings.getOrDefault(Fold.fold(said), said);
      Resolution resolution =
          map == null ? territory.resolve(name, LocalDate.ofEpochDay(day)) : territory.resolve(name, map);
      place = new Place(resolution,
          resolution.isUnderstood() ? resolution.unitId().getBytes(StandardCharsets.UTF_8) : null);
    }
    if (known.spellings.size() < MOST_SPELLINGS) {
      known.spellings.put(utf8, offset, length);
      known.places.add(place);
    }
    return place;
  }

  private record Place(Resolution resolution, byte[] id) {}

  private static final class Known {
    private final Spellings spellings = new Spellings();
    private final List<Place> places = new ArrayList<>();
  }
}
