"""What a run told the world, read by other people's software: watched.py METRICS LINEAGE."""

import json
import sys
from pathlib import Path

from jsonschema import Draft202012Validator, FormatChecker
from prometheus_client.parser import text_string_to_metric_families
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012

specification = Path(__file__).parent / "openlineage"
core = json.loads((specification / "OpenLineage.json").read_text(encoding="utf-8"))
facets = json.loads((specification / "facets.json").read_text(encoding="utf-8"))["facets"]
registry = Registry().with_resources(
    [(schema["$id"], Resource.from_contents(schema, DRAFT202012)) for schema in [core, *facets.values()]])


def validator(address):
    return Draft202012Validator({"$ref": address}, registry=registry, format_checker=FormatChecker())


events = 0
checked = 0
ends = {}
for line in Path(sys.argv[2]).read_text(encoding="utf-8").splitlines():
    event = json.loads(line)
    validator(core["$id"]).validate(event)
    sets = event["inputs"] + event["outputs"]
    held = [event["run"], event["job"], *sets, *({"facets": each.get("outputFacets", {})} for each in sets)]
    for key, facet in ((key, facet) for each in held for key, facet in each.get("facets", {}).items()):
        # A facet names its own schema, and that is the one that is looked at.
        assert facet["_schemaURL"].split("#")[0] == facets[key]["$id"], (key, facet["_schemaURL"])
        validator(facet["_schemaURL"]).validate(facet)
        checked += 1
    events += 1
    if event["eventType"] != "START":
        ends[event["run"]["runId"]] = ends.get(event["run"]["runId"], 0) + 1
assert ends and set(ends.values()) == {1} and events == 2 * len(ends), "each run has one start and one end"
print(f"lineage: {events} events and {checked} facets are valid")

families = list(text_string_to_metric_families(Path(sys.argv[1]).read_text(encoding="utf-8")))
names = {family.name for family in families}
assert {"cuulong_table_last_success_timestamp_seconds", "cuulong_table_outcome", "cuulong_run_tables",
        "cuulong_source_due_timestamp_seconds"} <= names, names
assert all(family.type == "gauge" and family.documentation for family in families)
print(f"metrics: {len(families)} families, {sum(len(family.samples) for family in families)} samples")
