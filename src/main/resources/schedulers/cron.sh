#!/bin/sh
# Made by "cuulong schedule render" from jobs/schedules.yml: change that, not this.
# Cron knows neither time zones nor retries. The line in the table starts this script every hour; it goes on only at
# ${cron} in ${zone}. Machines whose own zone is not whole hours away from it need another scheduler.
set -u
# "${name} now" starts at once, whatever the time.
if [ "$${1:-}" != now ]; then
  set -f
  # shellcheck disable=SC2046
  set -- $(TZ=${zone} date '+%H %d %m %w')
  case " ${hours} " in *" $1 "*) ;; *) exit 0 ;; esac
  case " ${days} " in *" $2 "*) ;; *) exit 0 ;; esac
  case " ${months} " in *" $3 "*) ;; *) exit 0 ;; esac
  case " ${weekdays} " in *" $4 "*) ;; *) exit 0 ;; esac
fi
cd ${home} || exit 1
if [ -r /etc/cuulong/environment ]; then
  set -a
  . /etc/cuulong/environment
  set +a
fi
attempt=0
while :; do
  timeout ${deadlineSeconds} ${command}
  code=$?
  # Wrong use (2) and data held by a check (3) would end the same way again.
  case $code in 0 | 2 | 3) exit "$code" ;; esac
  [ "$attempt" -lt ${retries} ] || exit "$code"
  attempt=$((attempt + 1))
  sleep ${retrySeconds}
done
