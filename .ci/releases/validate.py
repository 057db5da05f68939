"""Reads every newest release with other people's software and compares what each of them found.

usage: validate.py RELEASES    (the folder that ./cuulong publish writes)

The CSV is the measure: rows and the exact sum of every column of numbers. Delta (delta-rs, Polars, DuckDB), Parquet
(pyarrow), XLSX (openpyxl) and SDMX-CSV (sdmx1, pysdmx) must give the same; the Data Package must be valid (frictionless).
Ends with 1 when anything differs.
"""

import csv
import hashlib
import io
import json
import sys
import warnings
from decimal import Decimal
from pathlib import Path

import duckdb
import openpyxl
import polars
import pyarrow.parquet
import sdmx
from deltalake import DeltaTable
from frictionless import Package
from pysdmx.io import get_datasets, read_sdmx
from pysdmx.model import DataStructureDefinition

failures = []
# The writer leaves the default style out, which the format allows.
warnings.filterwarnings("ignore", message="Workbook contains no default style")


def expect(what, found, wanted):
    if found != wanted:
        failures.append(f"{what}: {found!r} where {wanted!r} is right")


class Measure:
    """What the CSV says: rows, and per column of numbers how many there are and their exact sum."""

    def __init__(self, path, columns, delimiter=",", mark="."):
        raw = path.read_bytes()
        expect(f"{path.name} begins with the mark of UTF-8", raw[:3], b"\xef\xbb\xbf")
        reader = csv.DictReader(io.StringIO(raw.decode("utf-8-sig"), newline=""), delimiter=delimiter)
        rows = list(reader)
        self.rows = len(rows)
        self.columns = list(reader.fieldnames)
        self.sums = {}
        self.doubt = {}
        for name in columns:
            values = [Decimal(row[name].replace(mark, ".")) for row in rows if row[name] != ""]
            self.sums[name] = (len(values), sum(values, Decimal(0)))
            # Sums of doubles may differ in their last digits, as their order does.
            self.doubt[name] = sum(map(abs, values), Decimal(0)) * Decimal("1e-12")

    def same(self, what, rows, sums):
        expect(f"{what}: rows", rows, self.rows)
        for name, (count, total) in self.sums.items():
            found_count, found_total = sums[name]
            expect(f"{what}: values of {name}", found_count, count)
            if abs(Decimal(found_total) - total) > self.doubt[name]:
                failures.append(f"{what}: sum of {name} is {found_total} where {total} is right")


def sums_of_arrow(table, names):
    sums = {}
    for name in names:
        values = [value for value in table.column(name).to_pylist() if value is not None]
        sums[name] = (len(values), sum((Decimal(value) for value in values), Decimal(0)))
    return sums


def check_table(release, resource):
    name = resource["name"]
    numbers = [field["name"] for field in resource["schema"]["fields"] if field["type"] in ("integer", "number")]
    measure = Measure(release / "csv" / f"{name}.csv", numbers)
    vietnamese = Measure(release / "csv-vi" / f"{name}.csv", numbers, ";", ",")
    measure.same(f"{name}: csv-vi", vietnamese.rows, vietnamese.sums)

    folder = str(release / "delta" / name)
    table = DeltaTable(folder)
    protocol = table.protocol()
    expect(f"{name}: Delta reader version", protocol.min_reader_version, 1)
    expect(f"{name}: Delta writer version", protocol.min_writer_version, 2)
    expect(f"{name}: Delta features", (protocol.reader_features, protocol.writer_features), (None, None))
    arrow = table.to_pyarrow_table()
    expect(f"{name}: columns", arrow.column_names, measure.columns)
    measure.same(f"{name}: delta-rs", arrow.num_rows, sums_of_arrow(arrow, numbers))

    frame = polars.read_delta(folder)
    measure.same(f"{name}: polars", frame.height, sums_of_arrow(frame.select(numbers).to_arrow(), numbers))

    parquet = release / "parquet" / f"{name}.parquet"
    read = pyarrow.parquet.read_table(parquet)
    measure.same(f"{name}: parquet", read.num_rows, sums_of_arrow(read, numbers))
    # DuckDB reads the Parquet file, and the Delta table as Arrow hands it over; its own Delta extension is fetched
    # from a place that not every build server reaches.
    for source, relation in (("parquet", f"read_parquet('{parquet}')"), ("delta", "arrow")):
        asked = ", ".join(f'count("{one}"), sum("{one}")' for one in numbers)
        answer = duckdb.sql(f"SELECT count(*)::BIGINT, {asked} FROM {relation}").fetchall()[0]
        sums = {one: (answer[1 + 2 * i], Decimal(answer[2 + 2 * i] or 0)) for i, one in enumerate(numbers)}
        measure.same(f"{name}: duckdb on {source}", answer[0], sums)

    observations = check_sdmx(release, name, measure)
    print(f"  {name}: {measure.rows} rows, {len(numbers)} columns of numbers, {observations} observations")
    return measure


def check_sdmx(release, name, measure):
    data = release / "sdmx" / f"{name}.csv"
    structure = release / "sdmx" / f"{name}-dsd.xml"
    wanted = measure.sums

    # pysdmx checks the structure against the schemas of SDMX-ML 3.0, and reads the data as SDMX-CSV 2.1.
    message = read_sdmx(structure, validate=True)
    definition = next(one for one in message.structures if isinstance(one, DataStructureDefinition))
    if measure.rows == 0:
        # Neither library reads data without a single observation; the header must still be there.
        expect(f"{name}: lines of the SDMX-CSV", len(data.read_text().splitlines()), 1)
        return 0
    dataset = get_datasets(data, structure)[0]
    frame = dataset.data
    components = {component.id for component in definition.components}
    expect(f"{name}: columns of the SDMX-CSV", set(frame.columns), components)
    for component in definition.components:
        if component.enumeration is not None:
            codes = {code.id for code in component.enumeration}
            strays = set(frame[component.id]) - codes - {""}
            expect(f"{name}: codes of {component.id} outside their list", strays, set())
    dimensions = [component.id for component in definition.components.dimensions]
    expect(f"{name}: observations with the same key", int(frame.duplicated(dimensions).sum()), 0)
    if "CONF_STATUS" in frame:
        # A withheld value has a line without a number, and only such a line.
        missing = frame["OBS_VALUE"].isna() | (frame["OBS_VALUE"].astype(str) == "")
        expect(f"{name}: lines without a value", int((missing != (frame["CONF_STATUS"] != "F")).sum()), 0)
        lines, frame = len(frame), frame[~missing]
    else:
        lines = len(frame)
    for column, values in frame.groupby("VARIABLE")["OBS_VALUE"]:
        count, total = wanted[column]
        expect(f"{name}: pysdmx: values of {column}", len(values), count)
        found = sum((Decimal(str(value)) for value in values), Decimal(0))
        if abs(found - total) > measure.doubt[column]:
            failures.append(f"{name}: pysdmx: sum of {column} is {found} where {total} is right")
    expect(f"{name}: pysdmx: observations", len(frame), sum(
        count for column, (count, _) in wanted.items() if column in set(frame["VARIABLE"])))

    other = next(iter(sdmx.read_sdmx(structure).structure.values()))
    read = sdmx.read_sdmx(data, structure=other)
    expect(f"{name}: sdmx1: observations", sum(len(part.obs) for part in read.data), lines)
    return len(frame)


def check_workbook(release, product, measures):
    book = openpyxl.load_workbook(release / "xlsx" / f"{product}.xlsx")
    cells = 0
    for sheet, measure in zip(book.worksheets, measures):
        expect(f"{sheet.title}: rows", sheet.max_row - 1, measure.rows)
        expect(f"{sheet.title}: header stays in sight", sheet.freeze_panes is not None, True)
        cells += sheet.max_row * sheet.max_column
        numbers = [cell.value for row in sheet.iter_rows(min_row=2) for cell in row if cell.data_type == "n"
                   and cell.value is not None]
        expect(f"{sheet.title}: cells of numbers", len(numbers), sum(count for count, _ in measure.sums.values()))
    for sheet in book.worksheets:
        formulas = [cell.coordinate for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]
        expect(f"{sheet.title}: formulas", formulas, [])
    names = book.sheetnames
    expect(f"{product}.xlsx: sheets at the end", names[len(measures):], ["Từ điển", "Danh mục", "Nguồn"])
    return cells


def check_release(release):
    product = release.parent.name
    print(f"{product} {release.name}")
    for line in (release / "SHA256SUMS").read_text().splitlines():
        sum_, path = line.split("  ", 1)
        expect(f"{path}: checksum", hashlib.sha256((release / path).read_bytes()).hexdigest(), sum_)
    report = Package(str(release / "datapackage.json")).validate()
    expect(f"{product}: data package valid", (report.valid, report.flatten(["type", "note"])[:5]), (True, []))
    package = json.loads((release / "datapackage.json").read_text())
    measures = [check_table(release, resource) for resource in package["resources"]]
    cells = check_workbook(release, product, measures)
    catalogue = json.loads((release / "dcat.jsonld").read_text())
    for field in ("title", "creator", "date", "description", "publisher", "identifier"):
        expect(f"{product}: Dublin Core {field}", bool(catalogue.get("dct:" + field)), True)
    print(f"  {len(measures)} tables, {cells} cells in the workbook, data package valid: {report.valid}")


def main():
    releases = [path.parent / path.read_text().strip() for path in sorted(Path(sys.argv[1]).glob("*/latest"))]
    if not releases:
        sys.exit(f"there is no release in {sys.argv[1]}")
    for release in releases:
        check_release(release)
    for failure in failures:
        print("FAILED:", failure, file=sys.stderr)
    print(f"{len(releases)} releases, {len(failures)} failures")
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
