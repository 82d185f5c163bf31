"""Adds to the bill of materials the licences that a package says in its own words only. Run by `make sbom`."""

from __future__ import annotations

import json
import sys
from importlib.metadata import metadata
from pathlib import Path


def main(path: Path) -> int:
    bill = json.loads(path.read_text(encoding="utf-8"))
    for component in bill["components"]:
        said = metadata(component["name"])["License"]
        if not component.get("licenses") and said:
            component["licenses"] = [{"license": {"acknowledgement": "declared", "name": said}}]
    path.write_text(json.dumps(bill, ensure_ascii=False, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
