package vn.cuulong.generate;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** The places of {@code generate/places.csv}, with their published sizes as weights. */
final class Places {
  private final List<Place> all;
  private final List<Place> inScope;
  private final Map<Place.Name, List<Place>> unitsBefore;
  private final Map<Place.Name, List<Place>> unitsAfter;

  private Places(List<Place> all) {
    this.all = List.copyOf(all);
    this.inScope = all.stream().filter(Place::inScope).toList();
    this.unitsBefore = units(true);
    this.unitsAfter = units(false);
  }

  /** Reads the places from the class path. */
  static Places standard() {
    try (InputStream in = Places.class.getResourceAsStream("/generate/places.csv");
        BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      List<Place> places = new ArrayList<>();
      reader.readLine();
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        places.add(place(places.size(), line.split(",", -1)));
      }
      return new Places(places);
    } catch (IOException e) {
      throw new UncheckedIOException("The list of places inside the program cannot be read; build it again", e);
    }
  }

  private static Place place(int index, String[] f) {
    return new Place(
        index,
        new Place.Name(f[0], f[1].equals("city"), f[2]),
        new Place.Name(f[3], f[4].equals("city"), f[5]),
        f[6].equals("1"),
        Double.parseDouble(f[7]),
        f[8].isEmpty() ? 0 : Long.parseLong(f[8]),
        f[9].isEmpty() ? 0 : Double.parseDouble(f[9]),
        f[10].isEmpty() ? 0 : Double.parseDouble(f[10]));
  }

  /** The 63 old provinces. */
  List<Place> all() {
    return all;
  }

  /** The old provinces whose providers send files. */
  List<Place> inScope() {
    return inScope;
  }

  /** The old provinces by the unit that stands on that day; before the break every province is its own. */
  Map<Place.Name, List<Place>> unitsOn(long epochDay) {
    boolean old = epochDay < Place.BREAK.toEpochDay();
    return old ? unitsBefore : unitsAfter;
  }

  private Map<Place.Name, List<Place>> units(boolean old) {
    long epochDay = Place.BREAK.toEpochDay() - (old ? 1 : 0);
    Map<Place.Name, List<Place>> units = new LinkedHashMap<>();
    for (Place place : old ? inScope : all) {
      Place.Name name = place.on(epochDay);
      units.keySet().stream().filter(known -> known.unitId().equals(name.unitId())).findFirst()
          .ifPresentOrElse(known -> units.get(known).add(place),
              () -> units.put(name, new ArrayList<>(List.of(place))));
    }
    units.values().removeIf(members -> members.stream().noneMatch(Place::inScope));
    return units;
  }

  /** Draws places with probability in proportion to a weight, in constant time. */
  static final class Draw {
    private static final int SLOTS = 4096;
    private final Place[] slots = new Place[SLOTS];

    Draw(List<Place> places, ToDoubleFunction<Place> weight) {
      double total = places.stream().mapToDouble(weight).sum();
      double reached = 0;
      int slot = 0;
      for (Place place : places) {
        reached += weight.applyAsDouble(place);
        int end = (int) Math.round(SLOTS * reached / total);
        while (slot < end) {
          slots[slot++] = place;
        }
      }
    }

    /** The place of a random number. */
    Place at(int random) {
      return slots[random & (SLOTS - 1)];
    }
  }
}
