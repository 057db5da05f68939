"""What the DAG file makes of each exit code: airflow_codes.py FOLDER, the folder that holds cuulong.py."""

import os
import stat
import sys
import tempfile
from datetime import datetime, timedelta, timezone
from pathlib import Path
from zoneinfo import ZoneInfo

sys.path.insert(0, sys.argv[1])
with tempfile.TemporaryDirectory() as home:
    os.environ["CUULONG_HOME"] = home
    program = Path(home) / "cuulong"
    program.write_text("#!/bin/sh\nexit $CODE\n", encoding="utf-8")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)

    import cuulong
    from airflow.sdk.exceptions import AirflowException, AirflowFailException

    def end(code):
        os.environ["CODE"] = str(code)
        try:
            cuulong.cuulong(["run", "nightly"], cuulong.SCHEDULES[0], {})
        except AirflowFailException:
            return "given up"
        except AirflowException:
            return "tried again"
        return "done"

    ends = {code: end(code) for code in range(6)}

print("exit codes in Airflow:", ends)
assert ends == {0: "done", 1: "tried again", 2: "given up", 3: "given up", 4: "tried again", 5: "tried again"}

zone = ZoneInfo("Asia/Ho_Chi_Minh")
start = datetime(2026, 3, 1, 19, tzinfo=timezone.utc)
assert cuulong.window(zone, {"data_interval_start": start, "data_interval_end": start + timedelta(days=1)}) == [
    "--from", "2026-03-02", "--to", "2026-03-02"]
newest = datetime.now(timezone.utc) - timedelta(hours=1)
assert cuulong.window(zone, {"data_interval_start": newest - timedelta(days=1), "data_interval_end": newest}) == []
