"""Cửu Long in Airflow 3: one DAG for each schedule. Made by "cuulong schedule render" from jobs/schedules.yml: change
that, not this. CUULONG_HOME, CUULONG_LANDING, CUULONG_WAREHOUSE and CUULONG_RELEASES say where things are."""

import os
import subprocess
from datetime import datetime, timedelta, timezone
from zoneinfo import ZoneInfo

from airflow.sdk import DAG, CronDataIntervalTimetable, TriggerRule, task
from airflow.sdk.exceptions import AirflowException, AirflowFailException

HOME = os.environ.get("CUULONG_HOME", "${home}")
LANDING = os.environ.get("CUULONG_LANDING", "${landing}")
WAREHOUSE = os.environ.get("CUULONG_WAREHOUSE", "${warehouse}")
RELEASES = os.environ.get("CUULONG_RELEASES", "${releases}")

# Wrong use and data held by a check would end the same way again; everything else is tried again.
NOT_REPEATED = {2: "wrong use", 3: "data held by a check, or a file not used"}

SCHEDULES = ${schedules}


def window(zone, context):
    """The days of a data interval that is not the newest: a missed or backfilled one. The newest has no window, so
    that it takes what came late."""
    start, end = context.get("data_interval_start"), context.get("data_interval_end")
    if not start or not end or start == end or datetime.now(timezone.utc) - end < end - start:
        return []
    first = start.astimezone(zone).date()
    last = max(first, end.astimezone(zone).date() - timedelta(days=1))
    return ["--from", str(first), "--to", str(last)]


def cuulong(arguments, schedule, context):
    """Runs one command and turns its exit code into what Airflow does next."""
    places = ["--warehouse", WAREHOUSE]
    if schedule["does"] == "run":
        places += ["--landing", LANDING, *window(ZoneInfo(schedule["zone"]), context)]
    else:
        places += ["--releases", RELEASES]
    code = subprocess.run([HOME + "/cuulong", *arguments, *places], cwd=HOME, check=False).returncode
    if code in NOT_REPEATED:
        raise AirflowFailException(f"exit code {code}: {NOT_REPEATED[code]}; the log above says what to do")
    if code != 0:
        raise AirflowException(f"exit code {code}; tried again while tries are left")


for schedule in SCHEDULES:
    with DAG(
        dag_id="cuulong_" + schedule["name"].replace("-", "_"),
        description=schedule["title"],
        schedule=CronDataIntervalTimetable(schedule["cron"], timezone=schedule["zone"]),
        start_date=datetime(2026, 1, 1, tzinfo=timezone.utc),
        # What was missed is in the ledger: "cuulong catch-up" does it, or a backfill over its data intervals.
        catchup=False,
        max_active_runs=1,
        dagrun_timeout=timedelta(seconds=schedule["deadline_seconds"] * (schedule["retries"] + 1)),
        default_args={
            "retries": schedule["retries"],
            "retry_delay": timedelta(seconds=schedule["retry_seconds"]),
            "execution_timeout": timedelta(seconds=schedule["deadline_seconds"]),
        },
        tags=["cuulong"],
    ) as dag:
        before = None
        tasks = []
        for stage, arguments in schedule["stages"].items():
            # A stage is tried although the one before has trouble: what does not depend on it is built.
            @task(task_id=stage, trigger_rule=TriggerRule.ALL_DONE)
            def run_stage(arguments=arguments, schedule=schedule, **context):
                cuulong(arguments, schedule, context)

            now = run_stage()
            if before is not None:
                before >> now
            before = now
            tasks.append(now)

        if len(tasks) > 1:

            @task(task_id="all_stages_ended_well")
            def ended():
                """Fails the run when a stage before the last one has failed."""

            tasks >> ended()
    globals()[dag.dag_id] = dag
