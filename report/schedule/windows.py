"""A task for the Windows Task Scheduler, written by its schema and not yet imported there."""

from __future__ import annotations

from subprocess import list2cmdline
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from report.schedule.job import MINUTE, MOST_HOURS

if TYPE_CHECKING:
    from report.schedule.job import Job

# The order in which Windows itself exports a task. No user is named: whoever imports it is.
_TASK = """\
<?xml version="1.0" encoding="UTF-16"?>
<Task version="1.2" xmlns="http://schemas.microsoft.com/windows/2004/02/mit/task">
  <RegistrationInfo>
    <Description>{title}</Description>
    <URI>\\{name}</URI>
  </RegistrationInfo>
  <Triggers>
    <CalendarTrigger>{repetition}
      <StartBoundary>2020-01-01T{hour:02}:{minute}:00</StartBoundary>
      <Enabled>true</Enabled>
      <ScheduleByDay>
        <DaysInterval>1</DaysInterval>
      </ScheduleByDay>
    </CalendarTrigger>
  </Triggers>
  <Principals>
    <Principal id="Author">
      <LogonType>InteractiveToken</LogonType>
      <RunLevel>LeastPrivilege</RunLevel>
    </Principal>
  </Principals>
  <Settings>
    <MultipleInstancesPolicy>IgnoreNew</MultipleInstancesPolicy>
    <DisallowStartIfOnBatteries>false</DisallowStartIfOnBatteries>
    <StopIfGoingOnBatteries>false</StopIfGoingOnBatteries>
    <AllowHardTerminate>true</AllowHardTerminate>
    <StartWhenAvailable>true</StartWhenAvailable>
    <RunOnlyIfNetworkAvailable>false</RunOnlyIfNetworkAvailable>
    <Enabled>true</Enabled>
    <Hidden>false</Hidden>
    <ExecutionTimeLimit>PT{limit}H</ExecutionTimeLimit>
    <Priority>7</Priority>
  </Settings>
  <Actions Context="Author">
    <Exec>
      <Command>{command}</Command>
      <Arguments>{arguments}</Arguments>
      <WorkingDirectory>{home}</WorkingDirectory>
    </Exec>
  </Actions>
</Task>
"""
_REPETITION = """
      <Repetition>
        <Interval>PT{step}H</Interval>
        <Duration>P1D</Duration>
        <StopAtDurationEnd>false</StopAtDurationEnd>
      </Repetition>"""


def files(job: Job) -> dict[str, bytes]:
    """Return the task as UTF-16 with a mark, as Windows exports one.

    Windows replaces ``%NAME%`` in a path by its variable of that name, if it has one, and knows
    no way to forbid it.
    """
    command, *arguments = job.arguments
    task = _TASK.format(
        title=escape(" ".join(job.title.split())),
        name=job.name,
        repetition=_REPETITION.format(step=job.step) if job.hours[1:] else "",
        hour=job.hours[0],
        minute=MINUTE,
        limit=MOST_HOURS,
        command=escape(command),
        arguments=escape(list2cmdline(arguments)),
        home=escape(job.home),
    )
    content = task.replace("\n", "\r\n").encode("utf-16-le", "surrogatepass")
    return {f"{job.name}.xml": b"\xff\xfe" + content}
