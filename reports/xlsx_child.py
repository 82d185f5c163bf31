"""`python -m reports.xlsx_child < FILE.xlsx`: the process in which a stranger's workbook is parsed.

Its limits are those of `child`; its parent is `xlsx_extracting`.
"""

from __future__ import annotations

import sys
from typing import Any

from reports import child

UNUSED = ("numpy", "PIL")  # openpyxl loads them when they are there: 80 MB and half of its time, for nothing here


def answered(data: bytes) -> dict[str, Any]:
    """What was found, or the reason of a refusal."""
    from reports.xlsx_reading import read  # once what is unused is set aside

    return child.answered(lambda: read(data))


if __name__ == "__main__":
    sys.modules.update(dict.fromkeys(UNUSED))  # type: ignore[arg-type]  # None: « not installed »
    import reports.xlsx_reading  # noqa: F401  # before the limits: the libraries at rest are not the file's doing

    child.serve(answered)
