"""Letters on their way into the PDF: thin spaces kept, people's text inert and visible."""

from __future__ import annotations

import time

import pytest
from reportlab.platypus import paragraph

from reports import style
from reports.flow import para
from reports.typesetting import LONGEST_WORD, address_lines, escape, fitted, link, plain, prose, wrapped

style.register_fonts()


def test_a_paragraph_never_splits_on_a_thin_space() -> None:
    lines = para(style.BODY, "Reste 48\u202f650\u202f€ en caisse").breakLines(60).lines
    assert "48\u202f650\u202f€" in [word for _, words in lines for word in words]
    assert paragraph.split("a\u202fb c") == ["a\u202fb", "c"]
    assert paragraph.split(" a  b ") == ["a", "b"]
    assert paragraph.strip("\u202fa ") == "\u202fa"


def test_markup_is_text() -> None:
    assert escape("<b>A & B</b>") == "&lt;b&gt;A &amp; B&lt;/b&gt;"
    assert escape(escape("a & b")) == "a &amp; b"
    assert para(style.BODY, '<img src="/etc/passwd"/><a href="javascript:x">').text


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("cafe\u0301", "café"),
        ("a\u202eb\u200dc\x00d\ud800e", "abcde"),
        ("⚽ foot", "□ foot"),
        ("œuvre à 3\u202f€ « ici » – oui…", "œuvre à 3\u202f€ « ici » – oui…"),
        ("deux\u3000mots", "deux mots"),
        ("x" * 130, f"{'x' * 60} {'x' * 60} {'x' * 10}"),
    ],
)
def test_people_s_text_is_made_visible(given: str, shown: str) -> None:
    assert plain(given) == shown


def test_lines_are_kept_and_blank_ones_dropped() -> None:
    assert escape("un\n\ndeux\r\ntrois\n") == "un<br/>deux<br/>trois"


def test_only_web_addresses_are_links() -> None:
    assert 'href="https://example.org/a?b=1&amp;c=2"' in link("https://example.org/a?b=1&c=2", 300, 9)
    assert "href" not in link("javascript:alert(1)", 300, 9)
    assert "href" not in link('https://e.org/"><b>', 300, 9)


def test_addresses_break_after_a_slash_or_a_dash() -> None:
    lines = address_lines("https://example.org/" + "mot-long/" * 30, 200, 9)
    assert len(lines) > 1
    assert all(line[-1] in "/-." for line in lines)


def test_lines_fit_their_width() -> None:
    from reportlab.pdfbase.pdfmetrics import stringWidth

    for text in ("court", "une phrase assez longue pour passer à la ligne", "m" * 300, ""):
        for line in [*wrapped(text, style.REGULAR, 10, 90), fitted(text, style.REGULAR, 10, 90)]:
            assert stringWidth(line, style.REGULAR, 10) <= 90
    assert wrapped("un deux trois", style.REGULAR, 10, 60) == ["un deux trois"]
    assert wrapped("un deux trois quatre", style.REGULAR, 10, 61) == ["un deux", "trois quatre"]


def test_prose_keeps_its_last_two_words_together() -> None:
    assert prose(f"{'mot ' * 20}fin.").endswith("mot\u00a0fin.")
    assert prose("Deux mots.") == "Deux mots."


def test_a_hostile_word_costs_little() -> None:
    begun = time.perf_counter()
    para(style.BODY, "x" * 40_000).wrap(style.WIDTH, 1e6)
    assert time.perf_counter() - begun < 5
    assert LONGEST_WORD == 60
