"""How long a complete report takes, beside the same content set by WeasyPrint from our web page, in one run.

WeasyPrint is for this bench only (`pip install weasyprint`; it needs the system library Pango): when it is
missing, that is said and the rest is measured. Targets: 150 ms warm, and eight times faster than WeasyPrint.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from statistics import median
from time import perf_counter

from questionnaire.answers_file import parse_text
from questionnaire.assessment import Assessment
from questionnaire.loading import SHIPPED
from reports import service
from reports.web_page import build_html
from scoring.benchmark import load_rows
from tests.builders import shipped

ROUNDS, FILES, DAY = 7, 20, date(2026, 11, 23)
ROOT = Path(__file__).resolve().parents[2]


def milliseconds(work: Callable[[], object]) -> float:
    work()
    times = []
    for _ in range(ROUNDS):
        start = perf_counter()
        work()
        times.append(1000 * (perf_counter() - start))
    return median(times)


def weasyprint_of(assessment: Assessment) -> Callable[[], object] | str:
    """The same report through the web page and WeasyPrint; a sentence when it cannot be loaded."""
    try:
        from weasyprint import HTML  # bench only, often absent
    except (ImportError, OSError) as error:
        return f"WeasyPrint absent ({error}) : pip install weasyprint, et la bibliothèque système Pango"
    content = shipped()
    rows = load_rows(content)
    return lambda: HTML(string=build_html(service.report(content, assessment, rows, DAY), DAY)).write_pdf()


def batch_per_second(text: str) -> float:
    """Reports a second of the command line on two processes, reading the content included."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for i in range(FILES):
            (folder / f"{i:02d}.json").write_text(text, encoding="utf-8")
        files = [str(path) for path in sorted(folder.glob("*.json"))]
        start = perf_counter()
        command = [sys.executable, "-m", "reports", *files, "-o", f"{name}/out/", "--jobs", "2"]
        subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
        return FILES / (perf_counter() - start)


def main() -> None:
    content = shipped()
    rows, text = load_rows(content), (SHIPPED / "example.json").read_text(encoding="utf-8")
    assessment = parse_text(content, text)
    ours = milliseconds(lambda: service.report_pdf(content, assessment, rows, DAY))
    composing = milliseconds(lambda: service.report(content, assessment, rows, DAY))
    size = len(service.report_pdf(content, assessment, rows, DAY)) // 1024
    print(f"Rapport complet : {ours:.0f} ms, dont {composing:.0f} de calcul et de phrases, {size} Kio (cible 150 ms)")
    other = weasyprint_of(assessment)
    if callable(other):
        theirs = milliseconds(other)
        print(f"Même contenu par WeasyPrint : {theirs:.0f} ms, soit {theirs / ours:.1f} fois le nôtre (cible 8)")
    else:
        print(other)
    print(f"Lot de {FILES} sur deux processus : {batch_per_second(text):.1f} rapports par seconde (cible 10)")


if __name__ == "__main__":
    main()
