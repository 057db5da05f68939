package vn.cuulong.landing;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import vn.cuulong.territory.Basis;
import vn.cuulong.territory.Resolution;
import vn.cuulong.territory.Territory;
import vn.cuulong.vietnamese.Fold;
import vn.cuulong.vietnamese.MissingMarks;

/**
 * A place, as the unit it means on the day of its row or on the map its source declares. Each spelling is resolved
 * once per stretch of time in which the map did not change.
 */
final class UnitField extends CodedReader {
  private final Territory territory = Territory.standard();
  private final Map<String, String> providerSpellings = new HashMap<>();
  private final Basis basis;
  private final Known[] knownByEra;
  private final Map<Basis, Known> knownByBasis = new HashMap<>();
  private final long[] changeDays;
  private final Known withoutDay = new Known();

  /** The map on which the current row's places are meant, when a raw column says it; else null. */
  Basis rowBasis;

  UnitField(Basis basis, Map<String, String> providerSpellings) {
    this.basis = basis;
    providerSpellings.forEach((said, name) -> this.providerSpellings.put(Fold.fold(said), name));
    this.changeDays = territory.changeDates().stream().mapToLong(LocalDate::toEpochDay).toArray();
    this.knownByEra = new Known[changeDays.length + 1];
  }

  @Override
  Known known(long day) {
    Basis map = map();
    if (map != null) {
      return knownByBasis.computeIfAbsent(map, key -> new Known());
    }
    if (day == RowReader.NO_DAY) {
      return withoutDay;
    }
    int era = 0;
    while (era < changeDays.length && changeDays[era] <= day) {
      era++;
    }
    if (knownByEra[era] == null) {
      knownByEra[era] = new Known();
    }
    return knownByEra[era];
  }

  @Override
  void forget() {
    Arrays.fill(knownByEra, null);
    knownByBasis.clear();
  }

  @Override
  Meaning lookUp(byte[] utf8, int offset, int length, long day) {
    Basis map = map();
    if (map == null && day == RowReader.NO_DAY || MissingMarks.isMissing(utf8, offset, length)) {
      // The row is rejected for its missing day; a place without a day would be a guess.
      return none(null);
    }
    String said = new String(utf8, offset, length, StandardCharsets.UTF_8);
    String name = providerSpellings.getOrDefault(Fold.fold(said), said);
    Resolution place = map == null ? territory.resolve(name, LocalDate.ofEpochDay(day)) : territory.resolve(name, map);
    if (!place.isUnderstood()) {
      return none(place.doubt());
    }
    byte[] id = place.unitId().getBytes(StandardCharsets.UTF_8);
    return value(id, 0, id.length, place.doubt());
  }

  private Basis map() {
    return rowBasis != null ? rowBasis : basis;
  }
}
