"""Running a room's command line as a person does: a real process, its output, its messages, its exit code."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def run(*words: str | Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """`python -m WORDS…` from the root of the project, with these variables of the environment."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PALIER_")}
    return subprocess.run(
        [sys.executable, "-m", *map(str, words)],
        cwd=ROOT, env=kept | variables, capture_output=True, text=True, encoding="utf-8", timeout=60, check=False,
    )  # fmt: skip
