"""`python -m ui.serve --port 8501`: start the application, with one clear sentence when it cannot.

A thin door around `streamlit run app.py`: it looks at the port first, because a server that dies with
a traceback helps nobody.
"""

from __future__ import annotations

import argparse
import os
import socket
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
USED, WRONG = 1, 2


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m ui.serve", description="Sert Palier sur cet ordinateur.")
    parser.add_argument("--port", default="8501", help="port d’écoute (8501 par défaut)")
    port = parser.parse_args().port
    if not port.isdigit() or not 1 <= int(port) <= 65535:
        print(f"« {port} » n’est pas un port ; donnez un nombre de 1 à 65535, par exemple PORT=8502.", file=sys.stderr)
        return WRONG
    if _is_taken(int(port)):
        print(
            f"Le port {port} est déjà pris, peut-être par Palier lui-même. Essayez : make run PORT={int(port) + 1}",
            file=sys.stderr,
        )
        return USED
    print(f"Palier : http://localhost:{port}  (Ctrl+C pour arrêter)", flush=True)
    os.chdir(ROOT)
    os.execv(sys.executable, [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", port])


def _is_taken(port: int) -> bool:
    """Try to listen there, as the server will; an address still winding down does not count."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("0.0.0.0", port))
        except OSError:
            return True
    return False


if __name__ == "__main__":
    sys.exit(main())
