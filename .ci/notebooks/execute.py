"""Executes every notebook top to bottom in a fresh kernel and compares what it prints with what is committed.

usage: execute.py WORK [--renew]    (CUULONG_RELEASES names the folder of releases)

The executed notebooks go to WORK; with --renew also into notebooks/. Outputs are kept without noise: no execution
counts, no times, no metadata of the machine, consecutive prints joined. Each notebook ends by printing the checksums of
the tables it read. Where they are those of the committed outputs, every printed word must be the same; where the tables
have changed since, the notebook must run, and is named as one to renew. Ends with 1 when anything is wrong.
"""

import copy
import sys
from pathlib import Path

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError

HERE = Path(__file__).resolve().parent.parent.parent / "notebooks"
SIZE = 1_500_000
failures = []


def clean(notebook):
    """The same notebook without what differs from run to run."""
    kernel = {key: notebook.metadata["kernelspec"][key] for key in ("display_name", "language", "name")}
    notebook.metadata = nbformat.from_dict(
        {"kernelspec": kernel, "language_info": {"name": kernel["language"]}})
    for i, cell in enumerate(notebook.cells):
        cell["id"] = f"cell-{i + 1}"
        cell.metadata = nbformat.from_dict({})
        if cell.cell_type != "code":
            continue
        cell.execution_count = None
        kept = []
        for output in cell.outputs:
            output.pop("execution_count", None)
            if output.output_type == "execute_result":
                output.execution_count = None
            if output.output_type == "stream" and kept and kept[-1].get("name") == output.name:
                kept[-1].text += output.text
            else:
                kept.append(output)
        cell.outputs = kept
    return notebook


def words(notebook):
    """What each code cell says in text; pictures by the message that they bear."""
    said = []
    for cell in notebook.cells:
        if cell.cell_type == "code":
            said.append("\n".join(output.get("text") or output.get("data", {}).get("text/plain", "")
                                  for output in cell.outputs))
    return said


def tables(said):
    """The lines of the last cell that name a table and its checksum."""
    return [line for line in said[-1].splitlines() if line.startswith("  ")]


def execute(path, work, renew):
    committed = nbformat.read(path, 4)
    fresh = copy.deepcopy(committed)
    # The kernel of Python would warn that it listens on this machine.
    quiet = ["--IPKernelApp.log_level=40"] if committed.metadata["kernelspec"]["name"] == "python3" else []
    try:
        NotebookClient(fresh, timeout=600, extra_arguments=quiet,
                       resources={"metadata": {"path": str(HERE)}}).execute()
    except CellExecutionError as failure:
        failures.append(f"{path.name}: {failure}")
        return
    clean(fresh)
    text = nbformat.writes(fresh, indent=1) + "\n"
    (work / path.name).write_text(text, encoding="utf-8")
    for cell in fresh.cells:
        for output in cell.get("outputs", []):
            if output.get("name") == "stderr":
                failures.append(f"{path.name}: a warning: {output.text}")
    said = words(fresh)
    if not tables(said):
        failures.append(f"{path.name}: does not end with the release and the checksums of its tables")
    if renew:
        path.write_text(text, encoding="utf-8")
        print(f"  {path.name}: renewed")
        return
    before = words(committed)
    if nbformat.writes(clean(committed), indent=1) + "\n" != path.read_text(encoding="utf-8"):
        failures.append(f"{path.name}: committed with noise; renew it")
    if not any(before):
        failures.append(f"{path.name}: committed without outputs; renew it")
    elif tables(before) != tables(said):
        print(f"  {path.name}: executed; its tables have changed since its outputs were committed: renew it with "
              ".ci/notebooks/run RELEASES WORK --renew")
    elif before[:-1] != said[:-1]:
        at = next(i for i, (one, other) in enumerate(zip(before, said)) if one != other)
        failures.append(f"{path.name}: says something else about the same tables:\n{said[at]}\nwhere this is committed:\n"
                        f"{before[at]}")
    else:
        print(f"  {path.name}: executed; says what is committed")


def main():
    work = Path(sys.argv[1])
    for path in sorted(HERE.glob("*.ipynb")):
        execute(path, work, "--renew" in sys.argv[2:])
    size = sum(path.stat().st_size for path in HERE.iterdir() if path.is_file())
    if size > SIZE:
        failures.append(f"notebooks/ has {size} bytes; at most {SIZE} keep the repository small")
    print(f"  notebooks/ has {size} bytes")
    for failure in failures:
        print(f"FAILED: {failure}", file=sys.stderr)
    sys.exit(1 if failures else 0)


main()
