"""Python's own start-up file, on the path of processes that `soak.process` starts.

``SOAK_DISK`` is the disk that such a process writes on, as JSON: the fields of `soak.disk.Disk`.
"""

import json
import os
from pathlib import Path

said = json.loads(os.environ.get("SOAK_DISK", "{}"))
if said:
    from soak.disk import Disk, on

    whole_life = on(Disk(**said | {"below": Path(said["below"])}))
    whole_life.__enter__()
