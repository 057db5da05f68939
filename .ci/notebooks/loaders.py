"""Runs the loaders of notebooks/README.md, each in a process of its own, and compares what they print.

usage: loaders.py RELEASES WORK    (WORK holds the executed notebooks)

Each block of code of the section on loaders prints how many rows it read and a sum; all must print the same as the CSV
says. The block of PySpark names Delta as a package to fetch; here the jars that Maven fetched stand in for it
(CUULONG_DELTA_JARS). R is left out, and named, where there is none. The notebook in Java must have printed the same too.
"""

import csv
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

README = Path(__file__).resolve().parent.parent.parent / "notebooks" / "README.md"
PACKAGE = '"spark.jars.packages", "io.delta:delta-spark_2.13:4.4.0"'


def main():
    releases, work = Path(sys.argv[1]).resolve(), Path(sys.argv[2])
    place = work / "loaders"
    place.mkdir(exist_ok=True)
    (place / "releases").unlink(missing_ok=True)
    (place / "releases").symlink_to(releases)
    section = README.read_text(encoding="utf-8").split("<!-- loaders -->")[1]
    path = re.search(r'read\.csv\("([^"]*)"', section)[1]
    with open(place / path, encoding="utf-8-sig", newline="") as lines:
        rows = list(csv.DictReader(lines))
    wanted = f"{len(rows)} {sum(int(row['reported_guest_count']) for row in rows if row['reported_guest_count'])}"
    wrong = 0
    for tool, language, code in re.findall(r"^### (.*?)\n.*?```(python|r)\n(.*?)```", section, re.S | re.M):
        if language == "r" and not shutil.which("Rscript"):
            print(f"  {tool}: not run, there is no Rscript here")
            continue
        jars = os.environ.get("CUULONG_DELTA_JARS")
        if PACKAGE in code and jars:
            code = code.replace(PACKAGE, f'"spark.jars", "{jars}"')
        command = [sys.executable, "-c", code] if language == "python" else ["Rscript", "--vanilla", "-e", code]
        ran = subprocess.run(command, cwd=place, capture_output=True, text=True, check=False)
        said = ran.stdout.strip()
        print(f"  {tool}: {said}")
        if ran.returncode or said != wanted:
            wrong += 1
            print(f"FAILED: {tool} where {wanted} is right\n{ran.stderr[-2000:]}", file=sys.stderr)
    java = work / "6-java.ipynb"
    if f'"{wanted}\\n"' not in java.read_text(encoding="utf-8"):
        wrong += 1
        print(f"FAILED: the notebook in Java does not say {wanted}", file=sys.stderr)
    sys.exit(1 if wrong else 0)


main()
