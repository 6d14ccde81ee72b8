"""Python's own start-up file, on the path of processes that `soak.process` starts.

``SOAK_DISK`` is the disk that such a process writes on, as JSON: the fields of `soak.disk.Disk`.
``SOAK_GATE`` is a file that it waits for before it begins, so that many begin at once.
"""

import atexit
import json
import os
import sys
import time
from pathlib import Path

said = json.loads(os.environ.get("SOAK_DISK") or "{}")
if said:
    from soak.disk import Disk, on

    disk = Disk(**said | {"below": Path(said["below"])})
    whole_life = on(disk)
    whole_life.__enter__()
    if disk.how == "count":
        atexit.register(lambda: print("steps", disk.steps, file=sys.stderr))

gate = os.environ.get("SOAK_GATE")
while gate and not Path(gate).exists():
    time.sleep(0.005)
