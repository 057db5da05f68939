package vn.cuulong.publish;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.UUID;
import vn.cuulong.contract.Bilingual;
import vn.cuulong.contract.ProductContract;

/**
 * {@code dcat.jsonld}: the release as an entry of a catalogue of open data, in W3C DCAT. It holds the six fields of
 * Dublin Core that Circular 24/2011/TT-BTTTT (Article 4) makes mandatory: title, creator, date, description, issuing
 * agency and identifier.
 */
final class Catalogue {
  static final String FILE = "dcat.jsonld";
  private static final Map<String, String> MEDIA = Map.of("csv", "text/csv", "parquet",
      "application/vnd.apache.parquet", "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      "xml", "application/vnd.sdmx.structure+xml;version=3.0.0");

  private Catalogue() {}

  /**
   * The entry.
   *
   * @param files of the release that can be downloaded
   */
  static byte[] of(Release release, SortedMap<String, byte[]> files) {
    ProductContract product = release.product();
    return Json.pretty(Json.object(
        "@context", context(),
        "@id", "urn:uuid:" + UUID.nameUUIDFromBytes(release.identifier().getBytes(StandardCharsets.UTF_8)),
        "@type", "dcat:Dataset",
        "dct:title", both(product.title()),
        "dct:creator", agent(product.creator()),
        "dct:date", day(release.version().day()),
        "dct:description", both(product.description()),
        "dct:publisher", agent(product.publisher()),
        "dct:identifier", release.identifier(),
        "dct:issued", day(release.version().day()),
        "dct:language", List.of("vi", "en"),
        "dct:license", Json.object("@id", product.licence().address()),
        "dct:accrualPeriodicity", Json.object("@id", "http://purl.org/cld/freq/"
            + product.frequency().name().toLowerCase(Locale.ROOT)),
        "dct:spatial", both(new Bilingual("Đồng bằng sông Cửu Long, Việt Nam", "Mekong Delta, Viet Nam")),
        "dct:temporal", period(release),
        "dct:source", release.sources().stream().map(source -> both(source.title())).toList(),
        "dcat:version", release.version().toString(),
        "dcat:contactPoint", Json.object("@type", "vcard:Organization", "vcard:fn", both(product.publisher()),
            "vcard:note", both(product.contact())),
        "dcat:keyword", product.keywords().stream().flatMap(word -> both(word).stream()).toList(),
        "dct:bibliographicCitation", both(release.citation()),
        "dcat:distribution", distributions(release, files)));
  }

  private static Map<String, Object> context() {
    return Json.object("dcat", "http://www.w3.org/ns/dcat#", "dct", "http://purl.org/dc/terms/", "foaf",
        "http://xmlns.com/foaf/0.1/", "vcard", "http://www.w3.org/2006/vcard/ns#", "spdx",
        "http://spdx.org/rdf/terms#", "xsd", "http://www.w3.org/2001/XMLSchema#");
  }

  private static List<Map<String, Object>> both(Bilingual text) {
    return List.of(Json.object("@value", text.vi(), "@language", "vi"),
        Json.object("@value", text.en(), "@language", "en"));
  }

  private static Map<String, Object> agent(Bilingual name) {
    return Json.object("@type", "foaf:Organization", "foaf:name", both(name));
  }

  private static Map<String, Object> day(LocalDate day) {
    return Json.object("@value", day.toString(), "@type", "xsd:date");
  }

  /** From the first to the last day that stands in a key; null when no key holds days. */
  private static Map<String, Object> period(Release release) {
    LocalDate first = null;
    LocalDate last = null;
    for (FrozenTable table : release.tables()) {
      int at = table.contract().dayColumn().map(table::indexOf).orElse(-1);
      for (Object[] row : at < 0 ? List.<Object[]>of() : table.rows()) {
        LocalDate day = (LocalDate) row[at];
        first = first == null || day.isBefore(first) ? day : first;
        last = last == null || day.isAfter(last) ? day : last;
      }
    }
    return first == null ? null : Json.object("@type", "dct:PeriodOfTime", "dcat:startDate", day(first),
        "dcat:endDate", day(last));
  }

  private static List<Object> distributions(Release release, SortedMap<String, byte[]> files) {
    List<Object> distributions = new ArrayList<>();
    files.forEach((path, bytes) -> {
      String media = MEDIA.get(path.substring(path.lastIndexOf('.') + 1));
      if (media != null && !path.startsWith("delta/")) {
        Map<String, Object> one = new LinkedHashMap<>(Json.object("@type", "dcat:Distribution", "dct:title", path,
            "dcat:downloadURL", path, "dcat:mediaType", media, "dcat:byteSize", bytes.length,
            "dct:license", Json.object("@id", release.product().licence().address())));
        one.put("spdx:checksum", Json.object("@type", "spdx:Checksum", "spdx:algorithm",
            Json.object("@id", "spdx:checksumAlgorithm_sha256"), "spdx:checksumValue", Sha256.of(bytes)));
        distributions.add(one);
      }
    });
    return distributions;
  }
}
