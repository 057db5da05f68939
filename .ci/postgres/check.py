"""Publishes to a PostgreSQL and looks at what is there, while others read, when it is killed, and when it is refused.

usage: check.py PORT RELEASES    (a server at 127.0.0.1 whose user "master" has the password "master secret")

Ends with 1 when anything is not as it should be.
"""

import csv
import json
import os
import signal
import subprocess
import sys
import threading
import time
from decimal import Decimal
from pathlib import Path

import psycopg
from psycopg.sql import quote

PORT, RELEASES = sys.argv[1], Path(sys.argv[2])
PASSWORD = "mật khẩu: %&='x"
TYPES = {"integer": {"bigint"}, "number": {"numeric", "double precision"}, "date": {"date"},
         "datetime": {"timestamp with time zone"}, "boolean": {"boolean"}, "string": {"text", "ARRAY"}}
ADDRESS = f"jdbc:postgresql://127.0.0.1:{PORT}/statistics"
failures = []


def expect(what, found, wanted):
    if found != wanted:
        failures.append(f"{what}: {found!r} where {wanted!r} is right")


def master(database="statistics"):
    return psycopg.connect(host="127.0.0.1", port=PORT, user="master", password="master secret", dbname=database,
                           autocommit=True)


def start(*products, password=PASSWORD, address=ADDRESS):
    environment = dict(os.environ, PGUSER="publisher", PGPASSWORD=password)
    return subprocess.Popen(["./cuulong", "publish", *products, "--to", address], env=environment,
                            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)


def publish(*products, code=0, **how):
    publisher = start(*products, **how)
    said = publisher.communicate()[0]
    if publisher.returncode != code:
        failures.append(f"publish {products} ended with {publisher.returncode}: {said}")
    if how.get("password", PASSWORD) in said:
        failures.append(f"publish {products} tells the password: {said}")
    return said


def newest(product):
    return RELEASES / product / (RELEASES / product / "latest").read_text().strip()


def table_is_released(db, schema, release, resource):
    """Rows, sums, types, key and comments are those of the release."""
    name = resource["name"]
    fields = resource["schema"]["fields"]
    with (release / "csv" / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    numbers = [field["name"] for field in fields if field["type"] in ("integer", "number")]
    asked = ", ".join(f'count("{one}"), sum("{one}"::numeric)' for one in numbers)
    answer = db.execute(f"SELECT count(*), {asked} FROM {schema}.{name}").fetchone()
    expect(f"{name}: rows", answer[0], len(rows))
    for i, one in enumerate(numbers):
        values = [Decimal(row[one]) for row in rows if row[one] != ""]
        expect(f"{name}: values of {one}", answer[1 + 2 * i], len(values))
        doubt = sum(map(abs, values), Decimal(0)) * Decimal("1e-12")
        if abs(Decimal(answer[2 + 2 * i] or 0) - sum(values, Decimal(0))) > doubt:
            failures.append(f"{name}: sum of {one} is {answer[2 + 2 * i]} where {sum(values)} is right")
    texts = [field["name"] for field in fields if field["type"] == "string"]
    first = db.execute(f"SELECT {', '.join(texts)} FROM {schema}.{name} LIMIT 1").fetchone()
    for text, value in zip(texts, first or []):
        plain = "|".join(value) if isinstance(value, list) else value or ""
        expect(f"{name}: first {text}", plain, rows[0][text])
    columns = db.execute(
        "SELECT column_name, data_type, col_description(%s::regclass, ordinal_position), is_nullable "
        "FROM information_schema.columns WHERE table_schema = %s AND table_name = %s ORDER BY ordinal_position",
        (f"{schema}.{name}", schema, name)).fetchall()
    expect(f"{name}: columns", [column[0] for column in columns], [field["name"] for field in fields])
    for field, (column, kind, comment, nullable) in zip(fields, columns):
        expect(f"{name}: {column} is {kind}", kind in TYPES[field["type"]], True)
        expect(f"{name}: comment of {column}", comment.startswith(field["title"]), True)
        if field.get("constraints", {}).get("required"):
            expect(f"{name}: {column} may be empty", nullable, "NO")
    key = db.execute("SELECT array_agg(a.attname::text ORDER BY array_position(i.indkey, a.attnum)) FROM pg_index i "
                     "JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = ANY (i.indkey) "
                     "WHERE i.indrelid = %s::regclass AND i.indisprimary", (f"{schema}.{name}",)).fetchone()[0]
    expect(f"{name}: key", key, resource["schema"]["primaryKey"])
    comment = db.execute("SELECT obj_description(%s::regclass, 'pg_class')", (f"{schema}.{name}",)).fetchone()[0]
    expect(f"{name}: comment", comment.startswith(resource["title"]), True)
    return len(rows)


def all_is_released(db):
    tables = rows = 0
    for pointer in sorted(RELEASES.glob("*/latest")):
        product = pointer.parent.name
        release = newest(product)
        for resource in json.loads((release / "datapackage.json").read_text())["resources"]:
            rows += table_is_released(db, "cuulong_" + product.replace("-", "_"), release, resource)
            tables += 1
    print(f"  {tables} tables, {rows} rows as in the releases")


STATE = "SELECT (SELECT count(*) FROM cuulong_comparison.regional_comparison), " \
        "(SELECT count(*) FROM cuulong_comparison.regional_inequality)"


def spoil(db):
    """Makes what is there recognisable: half of the rows of both tables."""
    for name in ("regional_comparison", "regional_inequality"):
        db.execute(f"DELETE FROM cuulong_comparison.{name} WHERE ctid IN "
                   f"(SELECT ctid FROM cuulong_comparison.{name} LIMIT 7)")
    return db.execute(STATE).fetchone()


class Reader(threading.Thread):
    """Reads both tables in one statement, over and over, as the role that was granted to."""

    def __init__(self):
        super().__init__(daemon=True)
        self.seen, self.errors, self.count, self.longest, self.end = set(), [], 0, 0.0, False

    def run(self):
        with psycopg.connect(host="127.0.0.1", port=PORT, user="reader", password="reader", dbname="statistics",
                             autocommit=True) as db:
            while not self.end:
                began = time.monotonic()
                try:
                    self.seen.add(db.execute(STATE).fetchone())
                    self.count += 1
                except psycopg.Error as failure:
                    self.errors.append(str(failure))
                self.longest = max(self.longest, time.monotonic() - began)


def leftovers(db):
    return db.execute("SELECT array_agg(nspname::text) FROM pg_namespace WHERE nspname LIKE 'cuulong%\\_\\_%'"
                      ).fetchone()[0]


def prepare():
    with master("postgres") as db:
        db.execute("CREATE ROLE publisher LOGIN PASSWORD " + quote(PASSWORD, db))
        db.execute("CREATE ROLE reader LOGIN PASSWORD 'reader'")
        db.execute("CREATE DATABASE statistics")
        db.execute("GRANT CREATE ON DATABASE statistics TO publisher")


def swapped_while_read(db, whole):
    db.execute("GRANT USAGE ON SCHEMA cuulong_comparison TO reader")
    db.execute("GRANT SELECT ON ALL TABLES IN SCHEMA cuulong_comparison TO reader")
    old = spoil(db)
    readers = [Reader() for _ in range(3)]
    for reader in readers:
        reader.start()
    publish("comparison")
    time.sleep(0.5)
    for reader in readers:
        reader.end = True
        reader.join()
    expect("states that readers saw", set.union(*[reader.seen for reader in readers]), {old, whole})
    expect("errors of readers", [error for reader in readers for error in reader.errors], [])
    print(f"  {sum(reader.count for reader in readers)} reads during a publication saw the old state or the new one; "
          f"the longest took {max(reader.longest for reader in readers) * 1000:.0f} ms")


def killed(db, whole):
    old = spoil(db)
    with master() as slow:
        # A query that goes on keeps the publisher waiting right before the end, with everything written.
        slow.autocommit = False
        slow.execute("SELECT 1 FROM cuulong_comparison.regional_comparison LIMIT 1")
        publisher = start("comparison")
        waiting = "SELECT count(*) FROM pg_stat_activity WHERE application_name = 'cuulong publish' " \
                  "AND (query LIKE 'LOCK TABLE%' OR query LIKE '%pg_sleep%')"
        for _ in range(1200):
            if db.execute(waiting).fetchone()[0] or publisher.poll() is not None:
                break
            time.sleep(0.1)
        expect("a publisher waits for a reader", publisher.poll(), None)
        publisher.send_signal(signal.SIGKILL)
        publisher.communicate()
        slow.rollback()
    while db.execute("SELECT count(*) FROM pg_stat_activity WHERE application_name = 'cuulong publish'").fetchone()[0]:
        time.sleep(0.1)
    expect("state after a kill", db.execute(STATE).fetchone(), old)
    expect("leftovers after a kill", leftovers(db), None)
    two = [start("comparison"), start("comparison")]
    for publisher in two:
        said = publisher.communicate()[0]
        expect(f"one of two publishers at once ({said})", publisher.returncode, 0)
    expect("state after two publishers", db.execute(STATE).fetchone(), whole)
    expect("leftovers after two publishers", leftovers(db), None)
    print("  killed right before the end: the old state stayed; then two at once: the new one")


def refused(db, whole):
    said = publish("tourism", code=1, password="sai mật khẩu")
    expect(f"a wrong password is understood ({said})", "does not let this user in" in said and "remedy:" in said, True)
    said = publish("tourism", code=1, address=ADDRESS.replace("/statistics", "/nowhere") + "?password=b%C3%AD+mật")
    expect(f"a missing database is understood ({said})", "remedy:" in said and "b%C3%AD" not in said, True)
    db.execute("CREATE SCHEMA dashboard")
    db.execute("CREATE VIEW dashboard.best AS SELECT max(value) FROM cuulong_comparison.regional_comparison")
    said = publish("comparison", code=1)
    expect(f"a view in the way is named ({said})", "dashboard.best" in said and "remedy:" in said, True)
    expect("state after a refusal", db.execute(STATE).fetchone(), whole)
    print("  wrong password, missing database and a view in the way: said, and nothing changed")


def main():
    prepare()
    began = time.monotonic()
    print("".join("  " + line + "\n" for line in publish("all").splitlines() if " in cuulong_" in line), end="")
    print(f"  published in {time.monotonic() - began:.0f} s")
    with master() as db:
        all_is_released(db)
        whole = db.execute(STATE).fetchone()
        swapped_while_read(db, whole)
        killed(db, whole)
        refused(db, whole)
        all_is_released(db)
    for failure in failures:
        print("FAILED:", failure, file=sys.stderr)
    print(f"{len(failures)} failures")
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
