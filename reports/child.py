"""A stranger's file is parsed in a process of its own: what its two sides share, for PDFs and workbooks alike.

The parent (`ask`) parses nothing. The child (`serve`) has its memory and its processor time limited by the system,
shares nothing with the parent, reads nothing but its input, writes one JSON object and ends. It is killed when it
lasts: whatever the file, a call ends within three seconds.
"""

from __future__ import annotations

import json
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any, Literal

ROOT = Path(__file__).resolve().parent.parent
SIZE_MAX = 2 * 2**20  # bytes: what the pages accept
WHOLE, WAIT = 2.7, 0.7  # seconds for the whole call, of which for a seat
MEMORY_MAX = 80 * 2**20  # bytes of the child's own memory; Python and its libraries at rest take about 15 MB of it
ADDRESSES_MAX = 2**30  # a coarser net, for systems that do not count the first
SECONDS_MAX = 2  # of processor; an honest file takes about 0.3
_SEATS = threading.BoundedSemaphore(2)  # children at once, whoever asks and whatever the kind of file
Stop = Literal["busy", "slow", "heavy"]


class StoppedError(Exception):
    """The child did not answer: no seat was free, it lasted, or the system stopped it."""

    def __init__(self, reason: Stop) -> None:
        self.reason = reason
        super().__init__(reason)


class RefusalError(Exception):
    """In the child: the file is not read further; `reason` is the key of a sentence of the parent."""

    def __init__(self, reason: str) -> None:
        self.reason = reason
        super().__init__(reason)


def ask(module: str, data: bytes, *words: str) -> dict[str, Any]:
    """What the child `module` says of `data`. It is always waited for: none is left behind. Raises StoppedError."""
    begun = time.monotonic()
    if not _SEATS.acquire(timeout=WAIT):
        raise StoppedError("busy")
    try:
        command = [sys.executable, "-m", module, *words]
        left = WHOLE - (time.monotonic() - begun)
        done = subprocess.run(command, input=data, capture_output=True, cwd=ROOT, timeout=left, check=False)
    except subprocess.TimeoutExpired:
        raise StoppedError("slow") from None
    finally:
        _SEATS.release()
    if done.returncode < 0:  # stopped by the system: memory or processor
        raise StoppedError("heavy")
    if done.returncode:
        raise RuntimeError(f"{module} does not work here: {done.stderr.decode(errors='replace')[-500:]}")
    found: dict[str, Any] = json.loads(done.stdout)
    return found


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


def answered(read: Callable[[], dict[str, Any]]) -> dict[str, Any]:
    """What was read, or the reason of a refusal; any other failure is a damaged file."""
    try:
        return read()
    except RefusalError as refusal:
        return {"refused": refusal.reason}
    except MemoryError:
        return {"refused": "heavy"}
    except Exception:
        return {"refused": "damaged"}


def serve(answer: Callable[[bytes], dict[str, Any]]) -> None:
    """The life of a child: limits, its input, its answer."""
    limit()
    sys.stdout.write(json.dumps(answer(sys.stdin.buffer.read())))
