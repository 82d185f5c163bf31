"""An assessment of an older version of the questions: what would go over to the new one, and the copy that holds it."""

from __future__ import annotations

from questionnaire.assessment import Assessment, from_entries
from questionnaire.carrying import Carried, carry_over
from ui import services

FROM = "from"  # of the kind `place`: the mark of the assessment that this one was carried over from


def carried(assessment: Assessment) -> Carried | None:
    """What this says of the questions served now; None when it answers them already."""
    newer = services.editions().newer_than(assessment)
    return carry_over(services.content_of(assessment), newer, assessment) if newer else None


def carried_link(former: str, held: tuple[str, ...], new: str) -> str | None:
    """The link of the copy under the questions served now: one that this browser holds, else `new`, made at once.

    None when there is nothing to carry over. Raises StorageError.
    """
    kept = kept_under(former)
    over = carried(kept) if kept else None
    if over is None:
        return None
    mark = services.mark_of(former)
    made = next((token for token in (*held, new) if _is_copy(token, mark)), None)
    if made is None:
        _make(new, over.assessment.put("place", FROM, mark))
    return made or new


def source(assessment: Assessment, held: tuple[str, ...]) -> Assessment | None:
    """The assessment of this browser that this one was carried over from; None when there is none."""
    mark = assessment.all_of("place").get(FROM)
    former = next((token for token in held if services.mark_of(token) == mark), None)
    return kept_under(former) if former else None


def kept_under(token: str) -> Assessment | None:
    """What the store holds under a link. Raises StorageError."""
    record = services.store().load(services.capability(token))
    return from_entries(record.questionnaire_id, record.version, record.entries) if record else None


def _is_copy(token: str, mark: str) -> bool:
    kept = kept_under(token)
    if kept is None or kept.all_of("place").get(FROM) != mark:
        return False
    return services.editions().of(kept) is services.questionnaire()


def _make(link: str, assessment: Assessment) -> None:
    of = (assessment.questionnaire_id, assessment.version)
    services.store().save(services.capability(link), assessment.entries(), questionnaire=of, now=services.now())
