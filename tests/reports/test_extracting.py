"""Answers taken out of anybody's PDF: what comes back, what is refused and how it is said, and that nothing lasts."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from pathlib import Path
from random import Random
from typing import get_args

import pikepdf
import psutil
import pytest
from pikepdf import Name, ObjectStreamMode, Pdf, Stream
from reportlab.pdfgen.canvas import Canvas

from questionnaire.answers_file import export_text, parse_text
from questionnaire.errors import PalierError
from reports import child, extracting
from reports.child import MEMORY_MAX, SECONDS_MAX
from reports.extracting import SENTENCES, PdfError, extract
from reports.pdf_child import answered
from reports.pdf_reading import Reason
from tests.builders import assessed, everyone_at, shipped, small
from tests.reports.complete_copy import (
    attach,
    changed,
    club_copy,
    complete,
    crowded,
    detach,
    filespec,
    going_round,
    marked_without_answers,
    small_copy,
    theatre,
    twice,
    written,
    zeros,
)
from tests.reports.printed import club

PROMISED = child.WHOLE


def from_word() -> bytes:
    """A PDF of another tool, with an attachment of its own."""
    out = BytesIO()
    canvas = Canvas(out)
    canvas.drawString(72, 720, "Compte rendu")
    canvas.save()
    return changed(out.getvalue(), lambda document: document.attachments.__setitem__("notes.txt", b"rien"))


def encrypted(user: str) -> bytes:
    return changed(small_copy(), lambda _: None, encryption=pikepdf.Encryption(owner="moi", user=user))


def overwritten(data: bytes) -> bytes:
    """The same length, with the middle of the attached stream lost."""
    with pikepdf.open(BytesIO(data)) as document:
        raw = bytes(filespec(document).EF.F.read_raw_bytes())
    place = data.index(raw) + len(raw) // 2
    return data[:place] + bytes(20) + data[place + 20 :]


def nested(depth: int) -> bytes:
    """Lists of attachments inside lists of attachments."""
    return written(b"<</Kids[" * depth + b"]>>" * depth, catalogue=b"/Names<</EmbeddedFiles 3 0 R>>")


def not_text(document: Pdf) -> None:
    attach(b"\xff\xfe{}")(document)


REFUSED: dict[str, tuple[Reason, Callable[[], bytes]]] = {
    "nothing": ("empty", lambda: b""),
    "another kind of file": ("not_pdf", lambda: b"PK\x03\x04 a workbook"),
    "random bytes": ("not_pdf", lambda: Random(7).randbytes(500_000)),
    "over 2 MB": ("too_big", lambda: small_copy() + bytes(2 * 2**20)),
    "owner's password": ("encrypted", lambda: encrypted("")),
    "user's password": ("encrypted", lambda: encrypted("toi")),
    "another tool": ("foreign", from_word),
    "funder's copy": ("funder", lambda: marked_without_answers("funder")),
    "page for the wall": ("page", lambda: marked_without_answers("page")),
    "attachment taken out": ("stripped", lambda: changed(small_copy(), detach)),
    "nothing but a header": ("damaged", lambda: b"%PDF-1.7\n"),
    "a header and garbage": ("damaged", lambda: b"%PDF-1.7\n" + Random(8).randbytes(1_900_000)),
    "half of it": ("damaged", lambda: small_copy()[: len(small_copy()) // 2]),
    "a stream partly lost": ("damaged", lambda: overwritten(small_copy())),
    "answers that are no text": ("damaged", lambda: changed(small_copy(), not_text)),
    "nested attachments": ("damaged", lambda: nested(100_000)),
    "objects by the thousand": ("heavy", lambda: written(*[b"<</A 1>>"] * 38_000)),
    "an announced size": ("heavy", lambda: written().replace(b"/Size 3", b"/Size 99999999")),
    "5,000 attachments": ("crowded", lambda: changed(small_copy(), crowded)),
    "attachments going round": ("crowded", lambda: changed(small_copy(), going_round)),
    "our name twice": ("several", lambda: changed(small_copy(), twice)),
    "answers over 2 MB": ("long_answers", lambda: changed(small_copy(), attach(b" " * 2_000_001))),
    "an attachment of 300 MB": ("long_answers", lambda: changed(small_copy(), attach(zeros(300), Name.FlateDecode))),
}


@pytest.fixture(autouse=True)
def _patience(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine busy with other tests is given its time; the delays themselves are looked at below."""
    monkeypatch.setattr(child, "WHOLE", 60)
    monkeypatch.setattr(child, "WAIT", 30)


@pytest.fixture(autouse=True)
def _nothing_left_behind() -> Iterator[None]:
    """No process survives a call, not even as a zombie."""
    before = set(psutil.Process().children(recursive=True))
    yield
    assert set(psutil.Process().children(recursive=True)) <= before


def test_the_answers_come_back_exactly() -> None:
    assert extract(club_copy()) == export_text(club())
    assert parse_text(small(), extract(small_copy())) == theatre()
    assert parse_text(shipped(), extract(club_copy())) == club()


def retouch(document: Pdf) -> None:
    page = document.pages[1]
    page.Contents = Stream(document, page.Contents.read_bytes().replace(b"0", b"9"))


@pytest.mark.parametrize(
    "data",
    [
        lambda: changed(small_copy(), retouch),
        lambda: changed(small_copy(), lambda _: None, linearize=True, object_stream_mode=ObjectStreamMode.generate),
        lambda: changed(small_copy(), lambda document: document.attachments.__setitem__("autre.txt", b"rien")),
        lambda: re.sub(rb"startxref\n\d+", b"startxref\n7", small_copy()),
        lambda: b"\n" * 300 + small_copy(),
    ],
    ids=["a page retouched", "packed by another tool", "another attachment", "a lost table", "a late header"],
)  # fmt: skip
def test_a_file_that_went_through_hands_still_gives_them(data: Callable[[], bytes]) -> None:
    assert extract(data()) == export_text(theatre())


@pytest.mark.parametrize(("reason", "make"), REFUSED.values(), ids=REFUSED)
def test_what_is_refused_says_why(reason: Reason, make: Callable[[], bytes]) -> None:
    """Told by the code of the child, run here: the reason does not depend on how busy the machine is."""
    assert refusal(make()) == reason


def refusal(data: bytes) -> str:
    """Why a file is refused, found in this process."""
    try:
        extracting._look(data)
    except PdfError as error:
        return error.reason
    return str(answered(data, "answers")["refused"])


@pytest.mark.parametrize("make", [make for _, make in REFUSED.values()], ids=REFUSED)
def test_each_is_refused_through_the_real_door(make: Callable[[], bytes]) -> None:
    with pytest.raises(PdfError) as error:
        extract(make())
    assert isinstance(error.value, PalierError)
    assert str(error.value)[-1] == "."


def forms(document: Pdf) -> None:
    """Forms that draw forms that draw forms: 300 to the power of five drawings in 2 KB."""
    inner = document.make_indirect(Stream(document, b"BT (x) Tj ET", Type=Name.XObject, Subtype=Name.Form))
    for _ in range(5):
        resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(X=inner))
        made = Stream(document, b"/X Do " * 300, Type=Name.XObject, Subtype=Name.Form, Resources=resources)
        inner = document.make_indirect(made)
    document.pages[1].Resources.XObject["/X"] = inner
    document.pages[1].Contents = Stream(document, b"/X Do")


def content(data: bytes, filter: object = None) -> Callable[[Pdf], None]:
    def change(document: Pdf) -> None:
        stream = Stream(document, b"")
        stream.write(data, filter=filter, type_check=False)
        document.pages[1].Contents = stream

    return change


def many_pages(document: Pdf) -> None:
    for _ in range(300):
        document.add_blank_page()


def wide(document: Pdf) -> None:
    document.pages[1].obj["/Wide"] = pikepdf.Array([pikepdf.Array([0] * 500) for _ in range(500)])


BOMBS = {
    "a page of 300 MB": content(zeros(300), Name.FlateDecode),
    "packed twice": content(zeros(300), pikepdf.Array([Name.FlateDecode, Name.LZWDecode])),
    "six megabytes of texts": content(b"(abcde) Tj " * 550_000),
    "forms in forms": forms,
    "300 pages": many_pages,
    "250,000 values": wide,
}


@pytest.mark.parametrize("bomb", BOMBS.values(), ids=BOMBS)
def test_pages_that_explode_are_stopped(bomb: Callable[[Pdf], None]) -> None:
    data = changed(small_copy(), bomb)
    assert len(data) < child.SIZE_MAX
    with pytest.raises(PdfError) as error:
        extracting.read(data, "pages")
    assert error.value.reason in ("heavy", "damaged")


def test_objects_without_a_table_are_stopped() -> None:
    with pytest.raises(PdfError) as error:
        extract(b"%PDF-1.7\n" + b"".join(b"%d 0 obj 1 endobj\n" % i for i in range(1, 90_000)))
    assert error.value.reason in ("heavy", "damaged")


def test_a_truncated_file_gives_all_or_says_no() -> None:
    """What is lost at the end may be the table only: then the attachment, whole by its checksum, still opens."""
    lengths = range(len(small_copy()) // 40, len(small_copy()), len(small_copy()) // 40)
    found = [answered(small_copy()[:length], "answers") for length in [*lengths, len(small_copy()) - 30]]
    assert {told.get("refused", "read") for told in found} == {"damaged", "read"}
    assert {told["answers"] for told in found if "answers" in told} == {export_text(theatre())}


def test_the_longest_honest_report_is_within_the_limits() -> None:
    """Every note and every piece of evidence at its full length: the limits are not for people who write a lot."""
    long = {question.id: ("« Très » long é % 🎭 " * 200)[:2_000] for question in shipped().questions}
    evidence = {name: {"level": "declared", "text": text} for name, text in long.items()}
    state = assessed(shipped(), answers=everyone_at(shipped(), 0), notes=long, evidence=evidence, name="É" * 200)
    found = extracting.read(complete(shipped(), state), "pages")
    assert parse_text(shipped(), found.answers) == state
    assert found.prints is not None
    assert len(found.prints.pages) > 20


def test_every_reason_has_its_sentence() -> None:
    assert set(SENTENCES) == set(get_args(Reason))
    assert len(set(SENTENCES.values())) == len(SENTENCES)


def test_a_child_that_lasts_is_killed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(child, "WHOLE", 0.01)
    with pytest.raises(PdfError) as error:
        extract(small_copy())
    assert error.value.reason == "slow"


def test_only_some_are_read_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(child, "WAIT", 0.01)
    with child._SEATS, child._SEATS, pytest.raises(PdfError) as error:
        extract(small_copy())
    assert error.value.reason == "busy"
    assert extracting.read(small_copy(), "answers").answers == export_text(theatre())


def test_it_works_from_threads() -> None:
    with ThreadPoolExecutor(4) as threads:
        assert set(threads.map(extract, [small_copy()] * 6)) == {export_text(theatre())}


def test_a_server_that_cannot_read_says_so_to_its_log(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Not to be taken for a faulty file: the visitor's PDF is not the cause."""
    monkeypatch.setattr(child, "ROOT", tmp_path)
    with pytest.raises(RuntimeError, match="No module named"):
        extract(small_copy())


def limited(program: str) -> subprocess.CompletedProcess[str]:
    """A program under the limits of the child."""
    start = "from reports.child import MEMORY_MAX, limit; limit()"
    words = [sys.executable, "-c", f"{start}; {program}; print('fini')"]
    return subprocess.run(words, cwd=child.ROOT, capture_output=True, timeout=30, text=True, check=False)


def test_the_limits_are_the_system_s() -> None:
    assert "fini" in limited("bytearray(MEMORY_MAX // 4)").stdout
    assert "MemoryError" in limited("bytearray(MEMORY_MAX)").stderr
    assert limited("sum(0 for _ in iter(int, 1))").returncode < 0


def test_the_limits_keep_the_promise() -> None:
    assert MEMORY_MAX <= 100 * 2**20
    assert SECONDS_MAX < PROMISED < 3
