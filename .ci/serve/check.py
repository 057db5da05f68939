"""Reads published tables through ./cuulong serve as a client does, and tries everything that must be refused.

usage: check.py ADDRESS RELEASES    (sc://127.0.0.1:15002 and the folder that ./cuulong publish writes)

Ends with 1 when a number differs from the CSV of the release, or when something was not refused.
"""

import csv
import sys
import tempfile
from decimal import Decimal
from pathlib import Path

from pyspark.sql import SparkSession
from pyspark.sql import functions as f

REFUSALS = {
    "change": "This statement would change something.",
    "place": "This reads something that is not a published table.",
    "program": "This would run a program on the server.",
    "setting": "This reads or changes a setting that the server keeps to itself.",
}
TABLE = "tourism.province_month_tourism"
failures = []


def expect(what, found, wanted):
    if found != wanted:
        failures.append(f"{what}: {found!r} where {wanted!r} is right")


def refused(what, kind, attempt):
    """The attempt must fail: by the refusal of a kind, or (kind None) because there is nothing of that name."""
    try:
        answer = attempt()
    except Exception as failure:  # every client library has types of its own
        message = str(failure)
        if kind is None:
            missing = ("NOT_FOUND", "not found", "PARSE_SYNTAX_ERROR", "SQL Scripting", "[DELTA_")
            if not any(word in message for word in missing) and not any(word in message for word in REFUSALS.values()):
                failures.append(f"{what}: failed, but with {message[:300]}")
        elif REFUSALS[kind] not in message or "Nguyên nhân" not in message:
            failures.append(f"{what}: failed, but not as {kind}: {type(failure).__name__} {message[:300]}")
        print(f"  refused: {what}")
        return
    failures.append(f"{what}: was not refused and gave {answer!r}")


def reads(spark, releases):
    """Every published table: rows and sums of whole numbers as in the CSV."""
    compared = 0
    for schema in [row[0] for row in spark.sql("SHOW SCHEMAS").collect()]:
        product = schema.replace("_", "-")
        release = releases / product / (releases / product / "latest").read_text().strip()
        for table in [row[1] for row in spark.sql(f"SHOW TABLES IN {schema}").collect()]:
            with (release / "csv" / f"{table}.csv").open(encoding="utf-8-sig", newline="") as file:
                rows = list(csv.DictReader(file))
            frame = spark.table(f"{schema}.{table}")
            numbers = [name for name, kind in frame.dtypes if kind == "bigint" or kind.startswith("decimal")]
            answer = frame.agg(f.count("*"), *[f.sum(name) for name in numbers]).collect()[0]
            expect(f"{schema}.{table}: rows", answer[0], len(rows))
            for i, name in enumerate(numbers):
                values = [Decimal(row[name]) for row in rows if row[name] != ""]
                expect(f"{schema}.{table}: sum of {name}", Decimal(answer[1 + i] or 0), sum(values, Decimal(0)))
            compared += 1 + len(numbers)
    print(f"  {compared} counts and sums are those of the releases")


def works(spark):
    """What a planner does: SQL, DataFrames, pandas, views of the catalog, the value rules."""
    best = (spark.table(TABLE).where("boundary_basis = 'units_2025' AND NOT is_region AND guest_count IS NOT NULL")
            .groupBy("unit_id").agg(f.sum("guest_count").alias("guests")).orderBy(f.desc("guests")).toPandas())
    expect("units of today's map", best["unit_id"].is_unique and len(best) > 5, True)
    expect("value rule", spark.sql("SELECT vn_number('1.273,5') AS n").collect()[0][0], Decimal("1273.5"))
    expect("arguments", spark.sql("SELECT :a + 1", args={"a": 41}).collect()[0][0], 42)
    expect("catalog", TABLE.split(".")[1] in [one.name for one in spark.catalog.listTables("tourism")], True)
    expect("local rows", spark.createDataFrame([(1, "a")], ["n", "t"]).count(), 1)
    expect("subquery", spark.sql(f"WITH t AS (SELECT * FROM {TABLE}) SELECT count(*) > 0 FROM t "
                                 f"WHERE unit_id IN (SELECT unit_id FROM {TABLE})").collect()[0][0], True)
    spark.sql(f"DESCRIBE TABLE {TABLE}").collect()
    spark.sql(f"EXPLAIN SELECT * FROM {TABLE}").collect()
    spark.sql("USE tourism")
    expect("short name", spark.table("province_month_tourism").count() > 0, True)
    spark.sql("USE cuulong")


def refusals(spark, releases):
    folder = Path(tempfile.mkdtemp())
    secret = folder / "secret.csv"
    secret.write_text("secret\nword\n")
    outside = releases.parent / "warehouse" / "mart" / "province_month_tourism"
    frame = spark.table(TABLE)
    commands = {
        "INSERT": f"INSERT INTO {TABLE} SELECT * FROM {TABLE}",
        "CREATE TABLE": "CREATE TABLE tourism.mine (a INT)",
        "CREATE TABLE AS": f"CREATE TABLE tourism.mine AS SELECT * FROM {TABLE}",
        "CREATE TABLE at a place": f"CREATE TABLE spark_catalog.default.x USING csv LOCATION '{folder}/x' "
                                   f"AS SELECT 1 AS a",
        "CREATE SCHEMA": "CREATE SCHEMA mine",
        "CREATE VIEW": f"CREATE TEMPORARY VIEW mine AS SELECT * FROM {TABLE}",
        "CREATE VIEW over a file": f"CREATE TEMPORARY VIEW mine USING csv OPTIONS (path '{secret}')",
        "CREATE FUNCTION": "CREATE TEMPORARY FUNCTION mine AS 'java.lang.Object'",
        "DROP TABLE": f"DROP TABLE {TABLE}",
        "DELETE": f"DELETE FROM {TABLE}",
        "UPDATE": f"UPDATE {TABLE} SET guest_count = 0",
        "ALTER": f"ALTER TABLE {TABLE} ADD COLUMN a INT",
        "CACHE": f"CACHE TABLE mine AS SELECT * FROM {TABLE}",
        "SET": "SET spark.sql.runSQLOnFiles = true",
        "SET, reading": "SET spark.cuulong.serves",
        "SET, all": "SET",
        "RESET": "RESET",
        "ADD JAR": f"ADD JAR '{folder}/a.jar'",
        "ADD FILE": f"ADD FILE '{secret}'",
        "INSERT DIRECTORY": f"INSERT OVERWRITE DIRECTORY '{folder}/out' USING csv SELECT 1 AS a",
        "DECLARE": "DECLARE VARIABLE a INT DEFAULT 1",
        "EXECUTE IMMEDIATE": f"EXECUTE IMMEDIATE 'CREATE TEMPORARY VIEW mine AS SELECT 1'",
    }
    for what, text in commands.items():
        refused(what, "change", lambda text=text: spark.sql(text).collect())
    for what, text in {
        "OPTIMIZE": f"OPTIMIZE {TABLE}",
        "VACUUM": f"VACUUM {TABLE}",
        "COPY INTO": f"COPY INTO {TABLE} FROM '{folder}'",
        "MERGE": f"MERGE INTO {TABLE} a USING {TABLE} b ON a.unit_id = b.unit_id WHEN MATCHED THEN DELETE",
        "script": f"BEGIN DROP TABLE {TABLE}; END",
        "a CSV file": f"SELECT * FROM csv.`{secret}`",
        "a text file": "SELECT * FROM text.`/etc/passwd`",
        "a file by IDENTIFIER": f"SELECT * FROM IDENTIFIER('csv.`{secret}`')",
        "a file in a subquery": f"SELECT (SELECT max(_c0) FROM csv.`{secret}`)",
        "a Delta folder": f"SELECT * FROM delta.`{outside}`",
        "a Delta folder of the session's catalog": f"SELECT * FROM spark_catalog.delta.`{outside}`",
        "details of a folder": f"DESCRIBE DETAIL '{outside}'",
        "changes of a folder": f"SELECT * FROM table_changes_by_path('{outside}', 0)",
    }.items():
        refused(what, None, lambda text=text: spark.sql(text).collect())
    for what, text in {
        "reflect": "SELECT reflect('java.lang.System', 'getenv', 'PATH')",
        "java_method": "SELECT java_method('java.lang.System', 'getProperty', 'user.home')",
        "try_reflect": "SELECT try_reflect('java.lang.System', 'getenv', 'PATH')",
        "reflect in a subquery": "SELECT 1 WHERE EXISTS (SELECT reflect('java.lang.System', 'getenv', 'PATH'))",
        "TRANSFORM": f"SELECT TRANSFORM (unit_id) USING 'cat /etc/passwd' AS (a STRING) FROM {TABLE}",
    }.items():
        refused(what, "program", lambda text=text: spark.sql(text).collect())
    refused("reflect in a DataFrame", "program",
            lambda: spark.range(1).selectExpr("reflect('java.lang.System', 'getenv', 'PATH')").collect())

    refused("spark.read.csv", "place", lambda: spark.read.csv(str(secret)).collect())
    refused("spark.read.text", "place", lambda: spark.read.text("/etc/passwd").collect())
    refused("spark.read of a Delta folder", "place", lambda: spark.read.format("delta").load(str(outside)).collect())
    refused("spark.read.jdbc", "place",
            lambda: spark.read.jdbc("jdbc:postgresql://127.0.0.1/x", "t").collect())
    refused("spark.read.table of a file", None, lambda: spark.read.table(f"csv.`{secret}`").collect())
    refused("df.write.save", "change", lambda: frame.write.format("csv").save(str(folder / "out")))
    refused("df.write.saveAsTable", "change", lambda: frame.write.saveAsTable("tourism.mine"))
    refused("df.write.insertInto", "change", lambda: frame.write.insertInto(TABLE))
    refused("df.writeTo.create", "change", lambda: frame.writeTo("tourism.mine").create())
    refused("createTempView", "change", lambda: frame.createOrReplaceTempView("mine"))
    refused("df.cache", "change", lambda: frame.cache().count())
    refused("createTable of a file", "change",
            lambda: spark.catalog.createTable("mine", path=str(secret), source="csv"))
    refused("a Python function", "program",
            lambda: frame.select(f.udf(lambda text: text, "string")("unit_id")).collect())
    refused("a registered function", "program", lambda: spark.udf.register("mine", lambda text: text))
    refused("a Java function", "program", lambda: spark.udf.registerJavaFunction("mine", "java.lang.Object"))
    refused("mapInPandas", "program",
            lambda: frame.select("unit_id").mapInPandas(lambda parts: parts, "unit_id string").collect())
    refused("an artifact", "program", lambda: spark.addArtifacts(str(secret), file=True))
    refused("spark.conf.set", "setting", lambda: spark.conf.set("spark.sql.runSQLOnFiles", "true"))
    refused("spark.conf.unset", "setting", lambda: spark.conf.unset("spark.sql.runSQLOnFiles"))
    refused("spark.conf.get of a place", "setting", lambda: spark.conf.get("spark.cuulong.serves"))
    refused("spark.conf.getAll", "setting", lambda: spark.conf.getAll)
    refused("a stream", None, lambda: spark.readStream.table(TABLE).writeStream.format("console").start())

    expect("a variable of the environment", spark.sql("SELECT '${env:PATH}'").collect()[0][0], "${env:PATH}")
    expect("files written", [one.name for one in folder.iterdir()], ["secret.csv"])


def main():
    address, releases = sys.argv[1], Path(sys.argv[2]).resolve()
    spark = SparkSession.builder.remote(address).getOrCreate()
    reads(spark, releases)
    works(spark)
    refusals(spark, releases)
    for failure in failures:
        print("FAILED:", failure, file=sys.stderr)
    print(f"{len(failures)} failures")
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
