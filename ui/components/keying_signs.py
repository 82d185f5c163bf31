"""What a filled sheet says, typed in a few signs: `2`, `?`, `n`, `ooappao`; and the signs of an answer kept."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from questionnaire.assessment import Assessment
from questionnaire.language import say
from questionnaire.model import CHECKLIST_LISTS, NA_REASONS, UNKNOWN, Question
from ui import wording_paper as words

UNKNOWN_SIGN, NOT_APPLICABLE_SIGN, EMPTY_LINE = "?", "n", "-"
LETTERS = dict(zip(("o", "a", "p"), CHECKLIST_LISTS, strict=True))


@dataclass(frozen=True)
class Said:
    """An answer, or the lines of a list begun, or nothing; `fault` is what to tell."""

    value: Any = None
    lines: dict[str, str] | None = None
    fault: str = ""


def read(question: Question, typed: str, raw: Any, *, critical: bool) -> Said:
    """What these signs say; `raw` is the answer kept until now."""
    signs = "".join(typed.split()).lower()
    if not signs:
        return Said()
    if signs == UNKNOWN_SIGN:
        return Said(UNKNOWN)
    if signs == NOT_APPLICABLE_SIGN:
        return Said(fault=say(words.CRITICAL)) if critical else Said(_not_applicable(question, raw))
    if question.type == "checklist":
        return _lines(question, signs, raw, critical)
    if signs.isascii() and signs.isdigit() and len(signs) < 3 and int(signs) <= question.top:
        return Said(int(signs))
    return Said(fault=words.step_expected(question.top, critical))


def fold(question: Question, typed: str, assessment: Assessment, *, critical: bool) -> Assessment:
    """The assessment with what is typed; the same one when nothing new or nothing valid is said."""
    raw = assessment.answers.get(question.id)
    said = read(question, typed, raw, critical=critical)
    if said.lines is not None and raw is None:
        return _put(assessment, "drafts", question, said.lines)
    if said.fault:
        return assessment
    return _put(_put(assessment, "answers", question, said.value), "drafts", question, None)


def signs_of(question: Question, assessment: Assessment) -> str:
    """The signs of what is kept, to be shown again; nothing when nothing is."""
    raw = assessment.answers.get(question.id)
    lines = assessment.all_of("drafts").get(question.id)
    if raw == UNKNOWN:
        return UNKNOWN_SIGN
    if isinstance(raw, dict):
        if "not_applicable" in raw:
            return NOT_APPLICABLE_SIGN
        lines = {option: name for name in CHECKLIST_LISTS for option in raw.get(name, [])}
    elif raw is not None:
        return str(raw)
    letters = {name: letter for letter, name in LETTERS.items()}
    return "".join(letters.get(lines.get(o.id, ""), EMPTY_LINE) for o in question.options) if lines else ""


def _put(assessment: Assessment, kind: str, question: Question, value: Any) -> Assessment:
    same = assessment.all_of(kind).get(question.id) == value
    return assessment if same else assessment.put(kind, question.id, value)


def _not_applicable(question: Question, raw: Any) -> dict[str, str]:
    """The reason already given, else the likeliest: it can be made precise on the page of the question."""
    if isinstance(raw, dict) and "not_applicable" in raw:
        return raw
    return {"not_applicable": NA_REASONS[2] if question.did_not_arise else NA_REASONS[0]}


def _lines(question: Question, signs: str, raw: Any, critical: bool) -> Said:
    """A letter a line, in the order of the sheet."""
    options = question.options
    if set(signs) - {*LETTERS, EMPTY_LINE}:
        return Said(fault=words.letters_expected(len(options), critical))
    if len(signs) > len(options):
        return Said(fault=words.too_many_letters(len(signs), len(options)))
    pairs = zip(options, signs, strict=False)
    lines = {option.id: LETTERS[sign] for option, sign in pairs if sign != EMPTY_LINE}
    if len(lines) < len(options):
        return Said(lines=lines or None, fault=words.lines_missing(len(options) - len(lines), raw is not None))
    return Said({name: [o.id for o in options if lines[o.id] == name] for name in CHECKLIST_LISTS})
