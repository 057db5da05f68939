"""Reads rendered definitions with other people's software: check.py FOLDER, which holds cron/ and kubernetes/."""

import json
import sys
from pathlib import Path

import jsonschema
import kubernetes_validate
import yaml
from croniter import croniter

folder = Path(sys.argv[1])
schema = json.loads((Path(__file__).parent / "spark-application.schema.json").read_text(encoding="utf-8"))

lines = 0
for line in (folder / "cron" / "crontab").read_text(encoding="utf-8").splitlines():
    if line.startswith("#") or "=" in line.split(" ")[0]:
        continue
    time, user, command = " ".join(line.split()[:5]), line.split()[5], line.split()[6]
    assert croniter.is_valid(time), line
    assert user == "cuulong" and (folder / "cron" / Path(command).name).stat().st_mode & 0o100, line
    lines += 1
print(f"cron: {lines} lines")

for file in sorted((folder / "kubernetes").glob("*.yaml")):
    document = yaml.safe_load(file.read_text(encoding="utf-8"))
    if document["kind"] == "SparkApplication":
        jsonschema.validate(document, schema)
    else:
        kubernetes_validate.validate(document, "1.33", strict=True)
        assert croniter.is_valid(document["spec"]["schedule"]), file
    print(f"{document['kind']}: {file.name} is valid")
assert lines > 0
