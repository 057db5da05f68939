package vn.cuulong.publish;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import vn.cuulong.contract.Bilingual;

/** The data structure definition of a table: an SDMX-ML 3.0 structure message with its concepts and code lists. */
final class SdmxStructure {
  private static final String SCHEMAS = "http://www.sdmx.org/resources/sdmxml/schemas/v3_0/";
  private static final Map<String, Bilingual> STATUS_CODES = new TreeMap<>(Map.of(
      "A", new Bilingual("số bình thường", "normal value"),
      "E", new Bilingual("số ước tính", "estimated value"),
      "P", new Bilingual("số sơ bộ", "provisional value")));

  private static final Map<String, Bilingual> CONFIDENTIALITY_CODES = new TreeMap<>(Map.of(
      "C", new Bilingual("bảo mật", "confidential"),
      "D", new Bilingual("không công bố để bảo vệ số liệu bảo mật khác", "withheld to protect a confidential value"),
      "F", new Bilingual("được công bố", "free for publication")));

  private final XmlText xml = new XmlText();
  private final FrozenTable table;
  private final SdmxShape shape;
  private final CodeNames names;
  private final String version;
  /** Names of the code lists by the component that they are for. */
  private final Map<String, Map<String, Bilingual>> lists = new LinkedHashMap<>();

  private SdmxStructure(FrozenTable table, CodeNames names, String version) {
    this.table = table;
    this.shape = SdmxShape.of(table);
    this.names = names;
    this.version = version;
  }

  /** The message of a table. */
  static byte[] of(FrozenTable table, CodeNames names, ReleaseVersion version) {
    SdmxStructure message = new SdmxStructure(table, names, SdmxShape.version(version));
    message.collectLists();
    message.write(version.day());
    return message.xml.bytes();
  }

  private void collectLists() {
    for (int at = 0; at < table.columns().size(); at++) {
      FrozenColumn column = table.columns().get(at);
      boolean dimension = shape.dimensions().contains(at);
      if (dimension && (CodeNames.isPlace(column) || CodeNames.isListed(column))) {
        int place = at;
        Map<String, Bilingual> codes = new TreeMap<>();
        table.rows().forEach(row -> codes.computeIfAbsent((String) row[place], code ->
            names.of(column, code).orElse(new Bilingual(code, code))));
        lists.put(shape.id(at), codes);
      }
    }
    Map<String, Bilingual> measures = new LinkedHashMap<>();
    Map<String, Bilingual> units = new TreeMap<>();
    for (int at : shape.measures()) {
      FrozenColumn column = table.columns().get(at);
      measures.put(column.name(), column.title());
      names.unitOfMeasure(column.column().unit()).ifPresent(title -> units.put(column.column().unit(), title));
    }
    lists.put(SdmxShape.VARIABLE, measures);
    if (!units.isEmpty()) {
      lists.put(SdmxShape.UNIT_MEASURE, units);
    }
    if (shape.hasConfidentiality()) {
      lists.put(SdmxShape.CONF_STATUS, CONFIDENTIALITY_CODES);
    }
    if (shape.hasStatus()) {
      lists.put(SdmxShape.OBS_STATUS, STATUS_CODES);
    }
  }

  private void write(LocalDate day) {
    xml.begin("mes:Structure", "xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance", "xmlns:mes",
        SCHEMAS + "message", "xmlns:str", SCHEMAS + "structure", "xmlns:com", SCHEMAS + "common");
    xml.begin("mes:Header").leaf("mes:ID", SdmxShape.structure(table) + "_" + version.replace('.', '_'))
        .leaf("mes:Test", "false").leaf("mes:Prepared", day + "T00:00:00Z")
        .empty("mes:Sender", "id", SdmxShape.AGENCY).end();
    xml.begin("mes:Structures");
    xml.begin("str:Codelists");
    lists.forEach((component, codes) -> {
      begin("str:Codelist", listId(component), title(component));
      codes.forEach((code, title) -> item("str:Code", code, title));
      xml.end();
    });
    xml.end();
    xml.begin("str:ConceptSchemes");
    begin("str:ConceptScheme", conceptsId(), table.contract().title());
    concepts();
    xml.end().end();
    xml.begin("str:DataStructures");
    begin("str:DataStructure", SdmxShape.structure(table), table.contract().title());
    xml.begin("str:DataStructureComponents");
    dimensions();
    attributes();
    xml.begin("str:MeasureList").begin("str:Measure", "id", SdmxShape.OBS_VALUE);
    concept(SdmxShape.OBS_VALUE);
    represented(SdmxShape.OBS_VALUE, "Double");
    xml.end().end().end().end().end().end().end();
  }

  private void begin(String element, String id, Bilingual title) {
    xml.begin(element, "id", id, "version", version, "agencyID", SdmxShape.AGENCY, "isExternalReference", "false");
    named(title);
  }

  private void item(String element, String id, Bilingual title) {
    xml.begin(element, "id", id);
    named(title);
    xml.end();
  }

  private void named(Bilingual title) {
    xml.leaf("com:Name", title.vi(), "xml:lang", "vi").leaf("com:Name", title.en(), "xml:lang", "en");
  }

  private void concepts() {
    shape.dimensions().forEach(at -> item("str:Concept", shape.id(at), table.columns().get(at).title()));
    if (shape.time() >= 0) {
      item("str:Concept", SdmxShape.TIME_PERIOD, table.columns().get(shape.time()).title());
    }
    for (String own : new String[] {SdmxShape.VARIABLE, SdmxShape.OBS_VALUE, SdmxShape.UNIT_MEASURE}) {
      item("str:Concept", own, title(own));
    }
    if (shape.hasConfidentiality()) {
      item("str:Concept", SdmxShape.CONF_STATUS, title(SdmxShape.CONF_STATUS));
    }
    if (shape.hasStatus()) {
      item("str:Concept", SdmxShape.OBS_STATUS, title(SdmxShape.OBS_STATUS));
    }
    shape.attributes().forEach(at -> item("str:Concept", shape.id(at), table.columns().get(at).title()));
  }

  private void dimensions() {
    xml.begin("str:DimensionList");
    int position = 1;
    for (int at : shape.dimensions()) {
      dimension(shape.id(at), position++);
    }
    dimension(SdmxShape.VARIABLE, position);
    if (shape.time() >= 0) {
      xml.begin("str:TimeDimension", "id", SdmxShape.TIME_PERIOD);
      concept(SdmxShape.TIME_PERIOD);
      represented(SdmxShape.TIME_PERIOD, "ObservationalTimePeriod");
      xml.end();
    }
    xml.end();
  }

  private void dimension(String id, int position) {
    xml.begin("str:Dimension", "id", id, "position", Integer.toString(position));
    concept(id);
    represented(id, "String");
    xml.end();
  }

  private void attributes() {
    xml.begin("str:AttributeList");
    attribute(SdmxShape.UNIT_MEASURE, "String");
    if (shape.hasConfidentiality()) {
      attribute(SdmxShape.CONF_STATUS, "String");
    }
    if (shape.hasStatus()) {
      attribute(SdmxShape.OBS_STATUS, "String");
    }
    for (int at : shape.attributes()) {
      attribute(shape.id(at), switch (table.columns().get(at).type().base()) {
        case BOOLEAN -> "Boolean";
        case DATE -> "GregorianDay";
        case TIMESTAMP -> "DateTime";
        default -> "String";
      });
    }
    xml.end();
  }

  private void attribute(String id, String type) {
    xml.begin("str:Attribute", "id", id, "usage", "optional");
    concept(id);
    represented(id, type);
    xml.begin("str:AttributeRelationship").empty("str:Observation").end();
    xml.end();
  }

  private void concept(String id) {
    xml.leaf("str:ConceptIdentity", "urn:sdmx:org.sdmx.infomodel.conceptscheme.Concept=" + SdmxShape.AGENCY + ":"
        + conceptsId() + "(" + version + ")." + id);
  }

  private void represented(String id, String type) {
    xml.begin("str:LocalRepresentation");
    if (lists.containsKey(id)) {
      xml.leaf("str:Enumeration", "urn:sdmx:org.sdmx.infomodel.codelist.Codelist=" + SdmxShape.AGENCY + ":"
          + listId(id) + "(" + version + ")");
    } else {
      xml.empty("str:TextFormat", "textType", type);
    }
    xml.end();
  }

  private String listId(String component) {
    return "CL_" + SdmxShape.structure(table) + "_" + component;
  }

  private String conceptsId() {
    return "CS_" + SdmxShape.structure(table);
  }

  private Bilingual title(String component) {
    return switch (component) {
      case SdmxShape.VARIABLE -> new Bilingual("Đại lượng", "Variable");
      case SdmxShape.OBS_VALUE -> new Bilingual("Giá trị", "Observed value");
      case SdmxShape.UNIT_MEASURE -> new Bilingual("Đơn vị tính", "Unit of measure");
      case SdmxShape.CONF_STATUS -> new Bilingual("Tình trạng bảo mật", "Confidentiality status");
      case SdmxShape.OBS_STATUS -> new Bilingual("Tình trạng của số liệu", "Observation status");
      default -> table.columns().stream().filter(column -> shape.id(table.indexOf(column.name())).equals(component))
          .findFirst().orElseThrow().title();
    };
  }
}
