"""`python -m reports.pdf_child answers|pages < FILE.pdf`: the process in which a stranger's PDF is parsed.

It writes one JSON object and ends. Its memory and its processor time are limited by the system; the parent
(`extracting`) kills it when it lasts. It shares nothing with the parent and reads nothing but its input.
"""

from __future__ import annotations

import json
import sys
from contextlib import suppress
from typing import Any

from reports.pdf_prints import prints
from reports.pdf_reading import RefusalError, answers, opened, told

MEMORY_MAX = 80 * 2**20  # bytes of its own memory; Python and pikepdf at rest take 14 MB of it
ADDRESSES_MAX = 2**30  # a coarser net, for systems that do not count the first
SECONDS_MAX = 2  # of processor; a report takes about 0.2


def limit() -> None:
    """Ask the system to stop this process rather than let it grow.

    A limit that the system does not know, or holds lower already, is left: the parent's delay remains.
    """
    if sys.platform != "win32":
        import resource

        for kind, most in (
            (resource.RLIMIT_DATA, MEMORY_MAX),
            (resource.RLIMIT_AS, ADDRESSES_MAX),
            (resource.RLIMIT_CPU, SECONDS_MAX),
            (resource.RLIMIT_CORE, 0),
        ):
            with suppress(ValueError, OSError):
                resource.setrlimit(kind, (most, most))


def answered(data: bytes, wanted: str) -> dict[str, Any]:
    """What the parent asked for, or the reason of a refusal; any other failure is a damaged file."""
    try:
        return _read(data, wanted)
    except RefusalError as refusal:
        return {"refused": refusal.reason}
    except MemoryError:
        return {"refused": "heavy"}
    except Exception:
        return {"refused": "damaged"}


def _read(data: bytes, wanted: str) -> dict[str, Any]:
    document = opened(data)
    found: dict[str, Any] = {"answers": answers(document), "keywords": told(document.pdf, "/Keywords")}
    if wanted == "pages":
        printed = prints(document.pdf)
        found["pages"] = [[page.drawing, page.words] for page in printed.pages]
        found["fonts"], found["rest"] = printed.fonts, printed.rest
    return found | {"repaired": document.repaired()}


if __name__ == "__main__":
    limit()
    sys.stdout.write(json.dumps(answered(sys.stdin.buffer.read(), sys.argv[1])))
