"""`python -m reports.pdf_child answers|pages < FILE.pdf`: the process in which a stranger's PDF is parsed.

Its limits are those of `child`; its parent is `extracting`.
"""

from __future__ import annotations

import sys
from typing import Any

from reports import child
from reports.pdf_prints import prints
from reports.pdf_reading import answers, opened, told


def answered(data: bytes, wanted: str) -> dict[str, Any]:
    """What the parent asked for, or the reason of a refusal."""
    return child.answered(lambda: _read(data, wanted))


def _read(data: bytes, wanted: str) -> dict[str, Any]:
    document = opened(data)
    found: dict[str, Any] = {"answers": answers(document), "keywords": told(document.pdf, "/Keywords")}
    if wanted == "pages":
        printed = prints(document.pdf)
        found["pages"] = [[page.drawing, page.words] for page in printed.pages]
        found["fonts"], found["rest"] = printed.fonts, printed.rest
    return found | {"repaired": document.repaired()}


if __name__ == "__main__":
    child.serve(lambda data: answered(data, sys.argv[1]))
