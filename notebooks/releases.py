"""Opens releases of Cửu Long: finds one, checks every file against its SHA256SUMS, reads its tables and words.

Where releases lie: the environment variable CUULONG_RELEASES, else the folder `releases` beside `notebooks`.
"""

import hashlib
import json
import os
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import polars
from deltalake import DeltaTable

_SDMX = "{http://www.sdmx.org/resources/sdmxml/schemas/v3_0/"
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


class ReleaseError(Exception):
    """Says the problem, its cause and the remedy."""

    def __init__(self, problem, cause, remedy):
        super().__init__(f"{problem}\n  cause:  {cause}\n  remedy: {remedy}")


class Release:
    """One release of one product, its files checked.

    product: the name of a folder in `releases`. version: as in `2026.01.31`, or `latest` for the newest one.
    Raises ReleaseError when there is no such release, or when a file is missing, changed or never published.
    """

    def __init__(self, product, version):
        root = Path(os.environ.get("CUULONG_RELEASES") or Path(__file__).resolve().parent.parent / "releases")
        pointer = root / product / "latest"
        if not pointer.is_file():
            raise ReleaseError(f"no release of {product}", f"{pointer} is not there",
                               "./cuulong run nightly && ./cuulong publish all --dated 2026-01-31, or set "
                               "CUULONG_RELEASES to the folder of releases")
        self.product = product
        self.version = pointer.read_text().strip() if version == "latest" else version
        self.folder = root / product / self.version
        if not self.folder.is_dir():
            there = sorted(one.name for one in (root / product).iterdir() if one.is_dir())
            raise ReleaseError(f"no release {version} of {product}", f"there are: {', '.join(there)}",
                               "set CUULONG_RELEASE to one of these or to latest")
        sums = (self.folder / "SHA256SUMS").read_bytes()
        self.checksum = hashlib.sha256(sums).hexdigest()
        self._check(dict(reversed(line.split("  ", 1)) for line in sums.decode().splitlines()))
        self.manifest = json.loads((self.folder / "manifest.json").read_text(encoding="utf-8"))
        self.tables_read = []

    def _check(self, sums):
        there = {path.relative_to(self.folder).as_posix(): path for path in self.folder.rglob("*") if path.is_file()}
        strange = sorted(set(there) - set(sums) - {"SHA256SUMS"})
        wrong = sorted(name for name, checksum in sums.items()
                       if name not in there or hashlib.sha256(there[name].read_bytes()).hexdigest() != checksum)
        if wrong or strange:
            raise ReleaseError(f"{self.product} {self.version} is not as it was published",
                               f"missing or changed: {wrong}; never published: {strange}",
                               f"./cuulong verify {self.folder}, and get the release again")

    def arrow(self, table):
        """The published Delta table as an Arrow table, read by delta-rs."""
        if table not in self.tables_read:
            self.tables_read.append(table)
        return DeltaTable(str(self.folder / "delta" / table)).to_pyarrow_table()

    def table(self, table):
        """The published Delta table as a Polars frame."""
        return polars.from_arrow(self.arrow(table))

    def words(self, concept):
        """Vietnamese names of the codes of one concept (`REF_AREA`, `INDICATOR`), from the SDMX structures."""
        names = {}
        for structure in sorted((self.folder / "sdmx").glob("*-dsd.xml")):
            for codes in ElementTree.parse(structure).iter(f"{_SDMX}structure}}Codelist"):
                if codes.get("id").endswith(f"_{concept}"):
                    for code in codes.iter(f"{_SDMX}structure}}Code"):
                        names.update((code.get("id"), name.text) for name in code.iter(f"{_SDMX}common}}Name")
                                     if name.get(_LANGUAGE) == "vi")
        return names

    def __str__(self):
        return f"{self.product} {self.version}"


def withheld(frame, column):
    """How many values of a column disclosure control has left empty; rows name them as `column:reason`."""
    if "withheld" not in frame.columns:
        return 0
    marks = polars.col("withheld").list.eval(polars.element().str.starts_with(f"{column}:")).list.any()
    return frame.select(marks.fill_null(False).sum()).item()


def print_used(*releases):
    """Prints version and checksum of each release, and of each table that was read from it."""
    for release in releases:
        print(f"{release}  SHA256SUMS {release.checksum}")
        for table in release.tables_read:
            path = release.folder / "parquet" / f"{table}.parquet"
            print(f"  {table}  {hashlib.sha256(path.read_bytes()).hexdigest()}")
