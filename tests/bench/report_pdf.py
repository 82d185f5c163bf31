"""How long a complete report takes, beside the same content set by WeasyPrint and by typst, in one run.

Both are for this bench only (`pip install weasyprint typst`; the first also needs the system library Pango): when
one is missing, that is said and the rest is measured. All are measured in turns, each turn giving one ratio: on a
noisy machine the ratio says more than the value. Targets: 150 ms warm, eight times faster than WeasyPrint, no more
than twice as long as typst, ten reports a second on two processes.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from statistics import median
from time import perf_counter, process_time

from questionnaire.answers_file import parse_text
from questionnaire.assessment import Assessment
from questionnaire.loading import SHIPPED
from reports import service
from reports.style import FOLDER
from reports.web_page import build_html
from scoring.benchmark import load_rows
from tests.bench.typst_text import typst_text
from tests.builders import shipped

ROUNDS, FILES, DAY = 7, 20, date(2026, 11, 23)
ROOT = Path(__file__).resolve().parents[2]
Work = Callable[[], object]


def in_turns(works: dict[str, Work]) -> dict[str, list[tuple[float, float]]]:
    """For each work and each turn, milliseconds by the clock and of processor; a first turn is not counted."""
    times: dict[str, list[tuple[float, float]]] = {name: [] for name in works}
    for turn in range(ROUNDS + 1):
        for name, work in works.items():
            clock, processor = perf_counter(), process_time()
            work()
            if turn:
                times[name].append((1000 * (perf_counter() - clock), 1000 * (process_time() - processor)))
    return times


def weasyprint_of(assessment: Assessment) -> Work | str:
    """The same report through the web page and WeasyPrint; a sentence when it cannot be loaded."""
    try:
        from weasyprint import HTML  # bench only, often absent
    except (ImportError, OSError) as error:
        return f"WeasyPrint absent ({error}) : pip install weasyprint, et la bibliothèque système Pango"
    return lambda: HTML(string=page_of(assessment)).write_pdf()


def typst_of(assessment: Assessment) -> Work | str:
    """The same report computed, and its words set by typst from a text made beforehand; a sentence when absent."""
    try:
        import typst  # bench only, often absent
    except ImportError as error:
        return f"typst absent ({error}) : pip install typst"
    text = typst_text(page_of(assessment)).encode()
    rows = load_rows(shipped())

    def work() -> None:
        service.report(shipped(), assessment, rows, DAY)
        typst.compile(text, font_paths=[str(FOLDER)], ignore_system_fonts=True)

    return work


def page_of(assessment: Assessment) -> str:
    return build_html(service.report(shipped(), assessment, load_rows(shipped()), DAY), DAY)


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
    works: dict[str, Work] = {
        "rapport": lambda: service.report_pdf(content, assessment, rows, DAY),
        "calcul": lambda: service.report(content, assessment, rows, DAY),
    }
    others = {"WeasyPrint": (weasyprint_of(assessment), "cible 8"), "typst": (typst_of(assessment), "cible 0,5")}
    works |= {name: work for name, (work, _) in others.items() if callable(work)}
    times = in_turns(works)
    (ours, processor), (computing, _) = (map(median, zip(*times[name], strict=True)) for name in ("rapport", "calcul"))
    size = len(service.report_pdf(content, assessment, rows, DAY)) // 1024
    print(f"Rapport complet : {ours:.0f} ms, dont {computing:.0f} de calcul et de phrases, {size} Kio (cible 150 ms)")
    print(f"  temps de processeur : {processor:.0f} ms")
    for name, (work, goal) in others.items():
        if name in times:
            ratio = median(theirs / mine for (theirs, _), (mine, _) in zip(times[name], times["rapport"], strict=True))
            theirs = median(clock for clock, _ in times[name])
            print(f"Même contenu par {name} : {theirs:.0f} ms, soit {ratio:.1f} fois le nôtre ({goal})")
        else:
            print(work)
    print(f"Lot de {FILES} sur deux processus : {batch_per_second(text):.1f} rapports par seconde (cible 10)")


if __name__ == "__main__":
    main()
