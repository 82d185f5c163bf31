"""Every answer in words, with what was noted beside it; then what was not asked."""

from __future__ import annotations

from collections.abc import Iterable

from questionnaire.answers import NotAnAnswerError, read
from questionnaire.assessment import WORDING
from questionnaire.language import plural, say
from questionnaire.model import Axis, Question, UnscoredField
from questionnaire.routing import asked_fields
from questionnaire.typography import counted, typeset
from reports.answer_words import EVIDENCE_WORDS, IDENTITY_WORDS, NO_ANSWER, answer_words, field_words
from reports.case import Case
from reports.content import AnnexSection, Answered, Titled
from reports.phrases import quoted


def annex(case: Case) -> tuple[AnnexSection, ...]:
    """Profile, questions without score, each axis, identity: sections that hold nothing are left out."""
    asked = asked_fields(case.questionnaire, case.assessment)
    profile = [f for f in asked if f in case.questionnaire.profile]
    before = [f for f in asked if f in case.questionnaire.benchmark]
    sections = (
        AnnexSection(say("Votre association"), (*_identity(case), *_fields(case, profile)), _unsaid(case, profile)),
        AnnexSection(say("Questions sans score"), tuple(_fields(case, before)), _unsaid(case, before)),
        *(_axis(case, axis) for axis in case.questionnaire.axes),
    )
    return tuple(section for section in sections if section.entries or section.after)


def _identity(case: Case) -> Iterable[Answered]:
    for key, text in case.assessment.all_of("identity").items():
        label = say(IDENTITY_WORDS).get(key, key)
        yield Answered("", label, label, (str(text),))


def _fields(case: Case, fields: Iterable[UnscoredField]) -> Iterable[Answered]:
    """The fields that hold an answer or a note; the others are named together."""
    for field in fields:
        value, notes = case.assessment.fields.get(field.id), _notes(case, field.id)
        if value is not None or notes:
            yield Answered(field.id, field.short, field.text, (field_words(field, value),), notes)


def _unsaid(case: Case, fields: list[UnscoredField]) -> str:
    said = case.assessment.fields
    names = [f.short for f in fields if said.get(f.id) is None and not _notes(case, f.id)]
    return _silent(names)


def _silent(names: list[str]) -> str:
    """Everything left without an answer, named together."""
    return typeset(f"{say(NO_ANSWER)} : {' ; '.join(names)}.") if names else ""


def _axis(case: Case, axis: Axis) -> AnnexSection:
    inside = set(case.routed.ids)
    entries = [(q, _question(case, q)) for q in axis.questions if q.id in inside]
    silent = [q.short for q, entry in entries if case.answer(q.id) is None and not entry.notes]
    left_out = _left_out(case, [q for q in axis.questions if q.id not in inside])
    shown = tuple(entry for q, entry in entries if q.short not in silent)
    return AnnexSection(axis.name, shown, " ".join(filter(None, (_silent(silent), left_out))))


def _question(case: Case, question: Question) -> Answered:
    said = answer_words(question, case.answer(question.id))
    notes = (*_notes(case, question.id), *_evidence(case, question.id))
    return Answered(question.id, question.short, question.text, said, notes)


def _notes(case: Case, key: str) -> tuple[Titled, ...]:
    """People's own words: passed as they are, cleaned only where they are printed."""
    notes = case.assessment.all_of("notes")
    pairs = ((say("Note"), notes.get(key)), (say("Remarque sur la question"), notes.get(f"{key}{WORDING}")))
    return tuple(Titled(title, text) for title, text in pairs if text)


def _evidence(case: Case, key: str) -> tuple[Titled, ...]:
    found = case.assessment.all_of("evidence").get(key)
    if not found:
        return ()
    title = found.get("seen_by") or say(EVIDENCE_WORDS).get(found["level"], say("Pièce"))
    return (Titled(title, found.get("text") or say("sans précision")),)


def _left_out(case: Case, questions: list[Question]) -> str:
    """The questions not asked; those with a kept answer are said to be kept and not counted."""
    if not questions:
        return ""
    why = say("en mode express") if case.express else say("d’après votre profil")
    verb = plural(len(questions), "n’est pas posée", "ne sont pas posées")
    head = (
        f"{counted(len(questions), 'question', 'questions')} {verb} {why} : {' ; '.join(q.short for q in questions)}."
    )
    kept = [f"{q.short} ({quoted(words)})" for q in questions if (words := _kept(case, q))]
    tail = say(" Réponse gardée sans être comptée : {kept}.", kept=" ; ".join(kept)) if kept else ""
    return typeset(head + tail)


def _kept(case: Case, question: Question) -> str:
    raw = case.assessment.answers.get(question.id)
    try:
        return " ; ".join(answer_words(question, read(question, raw))) if raw is not None else ""
    except NotAnAnswerError:
        return ""
