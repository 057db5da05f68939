package vn.cuulong.publish.site;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vn.cuulong.contract.Bilingual;
import vn.cuulong.publish.PublishException;
import vn.cuulong.territory.Basis;
import vn.cuulong.territory.CrosswalkRow;
import vn.cuulong.territory.Territory;

/**
 * Outlines of units, from GeoJSON whose features carry a property {@code unit_id}. A unit of the 2025 map that the
 * file does not have is the union of the old provinces that became it. The shipped file is of Natural Earth, which is
 * in the public domain.
 */
public final class Boundaries {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Bilingual source;
  private final Map<String, Outline> outlines = new TreeMap<>();

  private Boundaries(JsonNode collection, String unnamed) {
    String english = collection.path("source").asText(unnamed);
    this.source = new Bilingual(collection.path("source_vi").asText(english), english);
    for (JsonNode feature : collection.path("features")) {
      String unit = feature.path("properties").path("unit_id").asText();
      List<List<List<Double>>> rings = new ArrayList<>();
      JsonNode geometry = feature.path("geometry");
      JsonNode coordinates = geometry.path("coordinates");
      switch (geometry.path("type").asText()) {
        case "Polygon" -> coordinates.forEach(ring -> rings.add(points(ring)));
        case "MultiPolygon" -> coordinates.forEach(polygon -> polygon.forEach(ring -> rings.add(points(ring))));
        default -> { }
      }
      if (!unit.isEmpty() && !rings.isEmpty()) {
        outlines.put(unit, new Outline(rings));
      }
    }
  }

  /** The boundaries that ship with the project. */
  public static Boundaries shipped() {
    try {
      JsonNode collection = JSON.readTree(Asset.bytes("map/delta-2004.geojson"));
      return new Boundaries(collection, "");
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /**
   * Boundaries of a file.
   *
   * @throws PublishException when it cannot be read or has no outline of a unit
   */
  public static Boundaries of(Path file) {
    String remedy = "Give --boundaries a GeoJSON file whose features are polygons with a property unit_id such as "
        + "vinh-long-2004; or leave it out.";
    Boundaries read;
    try {
      JsonNode collection = JSON.readTree(Files.readString(file));
      read = new Boundaries(collection, file.getFileName().toString());
    } catch (JsonProcessingException broken) {
      throw new PublishException("The boundaries cannot be read.",
          file + " is not JSON: " + broken.getOriginalMessage(),
          remedy);
    } catch (IOException broken) {
      throw new PublishException("The boundaries cannot be read.", file + ": " + broken.getMessage(), remedy);
    }
    if (read.outlines.isEmpty()) {
      throw new PublishException("The boundaries name no unit.", file + " has no polygon with a unit_id.", remedy);
    }
    return read;
  }

  /** Where the outlines come from, to be named under every map. */
  Bilingual source() {
    return source;
  }

  /** The outline of a unit. */
  Optional<Outline> of(String unitId, Territory territory) {
    if (outlines.containsKey(unitId)) {
      return Optional.of(outlines.get(unitId));
    }
    List<Outline> parts = territory.crosswalk(Basis.UNITS_2004, Basis.UNITS_2025).to(unitId).stream()
        .map(CrosswalkRow::fromUnitId).map(outlines::get).toList();
    return parts.isEmpty() || parts.contains(null) ? Optional.empty() : Optional.of(Outline.union(parts));
  }

  private static List<List<Double>> points(JsonNode ring) {
    List<List<Double>> points = new ArrayList<>();
    ring.forEach(point -> points.add(List.of(point.get(0).asDouble(), point.get(1).asDouble())));
    return points;
  }
}
