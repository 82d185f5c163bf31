"""The fields of an entry of the plan: what the browser says, judged, then put into the assessment.

Nothing is drawn here. `fold` runs before the page is drawn, so that the plan shown already holds what was just said,
and once more after, because a server that has just restarted knows the fields only once they are drawn.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any
from zlib import crc32

from questionnaire.assessment import TEXT_MAX, Assessment
from questionnaire.plan_checks import edit_faults
from questionnaire.plan_edits import ASK, LINE_MAX, OWN, PLAN, START, Edit, as_value, edits
from ui import services, wording_plan
from ui.session import generation, remember, remembered, seed, widgets

FIELDS = ("role", "due", "status", "euros", "funding", "note")
OWN_FIELDS = ("title", "role", "due", "status", "hours", "euros", "funding", "note")
ASK_FIELDS = ("role", "due")
MOST = {"title": LINE_MAX, "role": LINE_MAX, "funding": LINE_MAX, "note": TEXT_MAX, "reason": TEXT_MAX}
_DRAWN = "plan.drawn"
_NAMED = re.compile(r"^«[^»]*»\s*:\s*")  # the machine's name of a field, before what is wrong with it


def key_of(part: str, key: str, kept: Edit) -> str:
    """The key of the widget for one part of an entry of the plan."""
    return f"{_start()}{part}.{sign(f'{part}.{key}', getattr(kept, part))}.{key}"


def sign(name: str, value: Any) -> str:
    """A mark of the value kept when this visit first drew a field, for the key of its widget.

    After a restart or a long sleep, a field still on screen has the same key, and keeps what was typed in it,
    unless another device has changed the value since: then it begins again from what is kept.
    """
    place = f"sign.{_start()}{name}"
    if remembered(place) is None:
        remember(place, f"{crc32(repr(value).encode()):x}")
    return str(remembered(place))


def first_run() -> bool:
    """True until this visit has drawn the whole page once: fields already open then belong to a server now gone."""
    return not remembered(_DRAWN)


def drawn() -> None:
    remember(_DRAWN, True)


def begin(name: str, value: Any) -> str:
    """Give a field its first value, from the second run on; in the first, the browser may hold a newer one."""
    return name if first_run() else seed(name, value)


def edit_of(assessment: Assessment, key: str) -> Edit:
    """What is kept for one entry: an action, an action of theirs, or a thing to find out."""
    said = edits(assessment)
    if key.startswith(ASK):
        return said.asks.get(key.removeprefix(ASK), Edit())
    return said.own.get(key) or said.actions.get(key) or Edit()


def fold(assessment: Assessment) -> tuple[Assessment, str | None]:
    """The assessment with what the fields on screen say, and the last entry they change; refused values stay out."""
    touched = None
    for name, said in widgets(_start()).items():
        part, _, key = name.split(".", 2)
        kept = edit_of(assessment, key)
        if kept.dropped or (key.startswith(OWN) and key not in assessment.all_of(PLAN)):
            continue  # it has just left the screen
        value = neat(part, said)
        if _same(value, getattr(kept, part)) or fault(part, key, value, kept):
            continue
        assessment, touched = put(assessment, key, as_value(replace(kept, **{part: value}))), key
    return assessment, touched


def put(assessment: Assessment, key: str, value: Any) -> Assessment:
    """One entry of the plan; the first one also keeps the day the plan begins, so that its months stay."""
    if value is not None and START not in assessment.all_of(PLAN):
        assessment = assessment.put(PLAN, START, services.today().isoformat())
    return assessment.put(PLAN, key, value)


def neat(part: str, said: Any) -> Any:
    """A value as the plan keeps it: no text is an empty text, spaces around do not count."""
    empty = getattr(Edit(), part)
    return empty if said is None else said.strip() if isinstance(said, str) else said


def fault(part: str, key: str, value: Any, kept: Edit) -> str | None:
    """Why this value may not replace the one kept, as a sentence; None when it may, or when it is the same."""
    return None if _same(value, getattr(kept, part)) else judge(part, key, value)


def judge(part: str, key: str, value: Any) -> str | None:
    """What is wrong with one part of an entry, as a sentence; None when nothing is."""
    if part == "due" and value is not None and value < services.today():
        return wording_plan.past_date(value)
    if part == "title" and not value:
        return wording_plan.title_needed()
    if part in MOST and len(value) > MOST[part]:
        return wording_plan.too_long(part, MOST[part], len(value))
    raw = as_value(Edit(**{part: value}))
    titled = {"title": "-"} if key.startswith(OWN) else {}  # without it, an action of theirs is a fault by itself
    told = next(edit_faults(key, titled | raw), None) if raw else None
    return wording_plan.refused(part, _NAMED.sub("", told)) if told else None


def _same(said: Any, kept: Any) -> bool:
    """Line ends and spaces around, which a browser changes by itself, are no change."""
    return bool(_plain(said) == _plain(kept))


def _plain(value: Any) -> Any:
    return value.replace("\r\n", "\n").strip() if isinstance(value, str) else value


def _start() -> str:
    return f"plan.{generation(PLAN)}."
