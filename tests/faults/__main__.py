"""`make faults`: the faults that Palier promises to stand, with the figure reached beside each target.

Everything runs on this computer, in a folder of its own, for some minutes. Ends with 1 when a promise is broken.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.faults import backups, crowds, devices, disks, kills, naughty, network, pages, servers, upgrades
from tests.faults.reached import Reached
from tests.storage.postgresql import new_database

KILLS, RESTARTS, INTERLEAVINGS, SECONDS = 60, 20, 200, 10.0
UPGRADED = 500
CUTS = (5, 60, 300)  # seconds, side by side


def faults(folder: Path) -> Iterator[Callable[[], Reached]]:
    """In the order of the table; each makes its own files."""
    yield lambda: kills.killed(f"sqlite:///{folder / 'kills.sqlite3'}", KILLS)
    yield lambda: crowds.crowded(f"sqlite:///{folder / 'crowd.sqlite3'}", SECONDS)
    yield lambda: disks.full(folder)
    yield lambda: disks.damaged(folder)
    yield lambda: servers.restarted(RESTARTS)
    yield lambda: devices.interleaved("SQLite", f"sqlite:///{folder / 'devices.sqlite3'}", INTERLEAVINGS)
    yield lambda: devices.interleaved("PostgreSQL", new_database(), INTERLEAVINGS)
    yield lambda: backups.restored("SQLite", f"sqlite:///{folder / 'backup.sqlite3'}", folder)
    yield lambda: backups.restored("PostgreSQL", new_database(), folder)
    yield lambda: backups.clocks(f"sqlite:///{folder / 'clocks.sqlite3'}")
    yield naughty.exported
    yield lambda: upgrades.upgraded(f"sqlite:///{folder / 'upgrade.sqlite3'}", folder, UPGRADED)
    yield lambda: pages.shown(folder)
    yield lambda: network.cut_off(folder, CUTS)


def main() -> int:
    broken = 0
    with tempfile.TemporaryDirectory(prefix="palier-faults-") as name:
        print("| Panne | Promesse | Atteint | Tenue |\n|---|---|---|---|", flush=True)
        for fault in faults(Path(name)):
            told = fault()
            broken += not told.kept
            print(
                f"| {told.fault} | {told.target} | {told.figure.replace('.', ',')} | {'oui' if told.kept else 'NON'} |",
                flush=True,
            )
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
