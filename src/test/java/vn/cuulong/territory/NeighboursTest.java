package vn.cuulong.territory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class NeighboursTest {
  private static final Territory TERRITORY = Territory.standard();
  private final Map<String, Set<String>> old = TERRITORY.neighbours(Basis.UNITS_2004);
  private final Map<String, Set<String>> now = TERRITORY.neighbours(Basis.UNITS_2025);

  @Test
  void everyUnitOfTheDeltaHasNeighboursOnBothMaps() {
    assertThat(old.keySet()).isEqualTo(ids("mekong-delta-6", Basis.UNITS_2004));
    assertThat(now.keySet()).isEqualTo(ids("mekong-delta-6", Basis.UNITS_2025));
  }

  @Test
  void aNeighbourHasTheUnitForItsNeighbour() {
    for (Map<String, Set<String>> map : Set.of(old, now)) {
      map.forEach((unit, neighbours) -> assertThat(neighbours).doesNotContain(unit)
          .allSatisfy(neighbour -> assertThat(map.get(neighbour)).contains(unit)));
    }
  }

  @Test
  void vinhLongIsTheOneProvinceOfTheSouthWithSevenNeighbours() {
    assertThat(old.get("vinh-long-2004")).hasSize(7);
    old.forEach((unit, neighbours) -> assertThat(neighbours.size()).as(unit)
        .isLessThanOrEqualTo(unit.equals("vinh-long-2004") ? 7 : 6));
  }

  @Test
  void bordersInsideANewUnitDisappear() {
    assertThat(now).containsEntry("can-tho-2025",
            Set.of("an-giang-2025", "ca-mau-2025", "dong-thap-2025", "vinh-long-2025"))
        .containsEntry("tay-ninh-2025", Set.of("dong-thap-2025"))
        .containsEntry("vinh-long-2025", Set.of("can-tho-2025", "dong-thap-2025"))
        .containsEntry("ca-mau-2025", Set.of("an-giang-2025", "can-tho-2025"));
  }

  private static Set<String> ids(String region, Basis basis) {
    return TERRITORY.members(region, basis).stream().map(Unit::id).collect(Collectors.toSet());
  }
}
