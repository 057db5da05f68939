package vn.cuulong.watch;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.cuulong.contract.Jobs;
import vn.cuulong.contract.SourceContract;
import vn.cuulong.contract.TableContract;
import vn.cuulong.contract.TableName;
import vn.cuulong.quality.CheckResult;
import vn.cuulong.run.RunIdentity;
import vn.cuulong.run.TableOutcome;
import vn.cuulong.run.TableOutcome.Built;
import vn.cuulong.run.TableOutcome.Failed;
import vn.cuulong.run.TableOutcome.Held;
import vn.cuulong.run.TableOutcome.NotReady;
import vn.cuulong.run.TableOutcome.Trouble;

/**
 * The events of one run, in the words of the OpenLineage specification 2-0-2 and its facets: a job for each table, a
 * run for each table and run of the program. Sources are inputs of clean tables, declared inputs those of marts.
 */
final class LineageEvents {
  private static final String SPECIFICATION = "https://openlineage.io/spec/";
  private static final String JOBS = "cuulong";

  private final Jobs jobs;
  private final String landing;
  private final String warehouse;
  private final RunIdentity identity;
  private final String producer;

  LineageEvents(Jobs jobs, String landing, String warehouse, RunIdentity identity) {
    this.jobs = jobs;
    this.landing = address(landing);
    this.warehouse = address(warehouse);
    this.identity = identity;
    this.producer = "urn:cuulong:" + identity.codeVersion();
  }

  /** Work on a table begins. */
  Map<String, Object> start(TableName table) {
    return event("START", table, inputs(table, Map.of()), List.of(dataset(warehouse, table.toString(), Map.of())), null);
  }

  /** Work on a table has ended. */
  Map<String, Object> end(TableOutcome outcome) {
    TableName table = outcome.table();
    if (outcome instanceof Built built) {
      Map<String, Object> output = dataset(warehouse, table.toString(), entries("schema", schema(table), "version",
          facet("facets/1-0-0/DatasetVersionDatasetFacet", entries("datasetVersion", Long.toString(built.version()))),
          "dataQualityMetrics", facet("facets/1-0-0/DataQualityMetricsDatasetFacet",
              entries("rowCount", built.rows(), "columnMetrics", Map.of())),
          "dataQualityAssertions", assertions(built.checks())));
      output.put("outputFacets", entries("outputStatistics",
          facet("1-0-1/OutputStatisticsOutputDatasetFacet", entries("rowCount", built.rows()))));
      return event("COMPLETE", table, inputs(table, built.inputs()), List.of(output), null);
    }
    List<CheckResult> checks = outcome instanceof Held held ? held.checks() : List.of();
    Map<String, Object> output = dataset(warehouse, table.toString(),
        checks.isEmpty() ? Map.of() : entries("dataQualityAssertions", assertions(checks)));
    Trouble trouble = outcome instanceof Held held ? held.trouble() : outcome instanceof Failed failed
        ? failed.trouble() : outcome instanceof NotReady notReady ? notReady.trouble() : null;
    String type = trouble == null ? "COMPLETE" : outcome instanceof NotReady ? "ABORT" : "FAIL";
    return event(type, table, inputs(table, Map.of()), List.of(output), trouble);
  }

  private Map<String, Object> event(String type, TableName table, List<?> inputs, List<?> outputs, Trouble trouble) {
    Map<String, Object> facets = entries("parent", facet("1-0-1/ParentRunFacet", entries(
        "run", entries("runId", id(identity.runId())), "job", entries("namespace", JOBS, "name", "run"))),
        "processing_engine", facet("facets/1-1-0/ProcessingEngineRunFacet",
            entries("version", identity.codeVersion(), "name", "cuulong")));
    if (trouble != null) {
      facets.put("errorMessage", facet("facets/1-0-0/ErrorMessageRunFacet", entries("message",
          trouble.problem() + " " + trouble.cause() + " " + trouble.remedy(), "programmingLanguage", "JAVA")));
    }
    Map<String, Object> job = entries("namespace", JOBS, "name", table.toString(), "facets", entries(
        "jobType", facet("facets/2-0-4/JobTypeJobFacet",
            entries("processingType", "BATCH", "integration", "CUULONG", "jobType", "TABLE"))));
    return entries("eventType", type, "eventTime", identity.clock().instant().toString(),
        "run", entries("runId", id(identity.runId() + " " + table), "facets", facets), "job", job,
        "inputs", inputs, "outputs", outputs, "producer", producer,
        "schemaURL", SPECIFICATION + "2-0-2/OpenLineage.json#/$defs/RunEvent");
  }

  private List<Map<String, Object>> inputs(TableName table, Map<String, Long> versions) {
    List<Map<String, Object>> inputs = new ArrayList<>();
    for (SourceContract source : jobs.sourcesOf(table)) {
      inputs.add(dataset(landing, source.id(), Map.of()));
    }
    for (TableContract.Input input : jobs.tables().get(table).inputs()) {
      // A mart that reads its own earlier months is no input of itself in a graph.
      if (!input.table().equals(table)) {
        Long version = versions.get(input.table().toString());
        inputs.add(dataset(warehouse, input.table().toString(), version == null ? Map.of() : entries("version",
            facet("facets/1-0-0/DatasetVersionDatasetFacet", entries("datasetVersion", version.toString())))));
      }
    }
    return inputs;
  }

  private Map<String, Object> schema(TableName table) {
    List<Map<String, Object>> fields = new ArrayList<>();
    for (TableContract.ColumnUse use : jobs.tables().get(table).columns()) {
      fields.add(entries("name", use.name(), "type", use.column().type().sql(), "description",
          use.column().title().en()));
    }
    return facet("facets/1-0-0/SchemaDatasetFacet", entries("fields", fields));
  }

  private Map<String, Object> assertions(List<CheckResult> checks) {
    return facet("facets/1-0-0/DataQualityAssertionsDatasetFacet", entries("assertions", checks.stream()
        .map(check -> entries("assertion", check.name(), "success", check.passed())).toList()));
  }

  private static Map<String, Object> dataset(String namespace, String name, Map<String, Object> facets) {
    return entries("namespace", namespace, "name", name, "facets", facets);
  }

  private Map<String, Object> facet(String schema, Map<String, Object> values) {
    Map<String, Object> facet = new LinkedHashMap<>();
    facet.put("_producer", producer);
    facet.put("_schemaURL", SPECIFICATION + schema + ".json#/$defs/" + schema.substring(schema.lastIndexOf('/') + 1));
    facet.putAll(values);
    return facet;
  }

  /** The same for the same words, so that the events of one table and run find each other. */
  private static String id(String words) {
    return UUID.nameUUIDFromBytes(words.getBytes(StandardCharsets.UTF_8)).toString();
  }

  /** A folder as the namespace of its files. */
  private static String address(String folder) {
    return folder.startsWith("/") ? "file:" + folder : folder;
  }

  private static Map<String, Object> entries(Object... namesAndValues) {
    Map<String, Object> entries = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      entries.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return entries;
  }
}
