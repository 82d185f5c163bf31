"""The sheets that come with the plan: hand-over, charter of AI use, mission brief. What was rewritten stays."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from questionnaire.assessment import Assessment
from questionnaire.catalogue import Action
from questionnaire.conditions import holds
from questionnaire.documents import Mission, MissionRules
from questionnaire.language import say
from questionnaire.model import Questionnaire
from questionnaire.plan_edits import BRIEF, BRIEF_PARTS, CHARTER
from questionnaire.routing import route
from questionnaire.typography import typeset
from reports.answer_words import option_text
from reports.content_documents import Sheet, SheetSection
from reports.phrases import lower_first, sentence
from scoring.turnover import facts_of

HANDOVER_TITLE = "Feuille de passation"
HANDOVER_HEADS = ("Outil ou compte", "Qui s’en occupe", "Qui remplace", "Essayé ensemble le")
BRIEF_TITLE = "Fiche de mission"
BRIEF_TITLES = {
    "need": "Le besoin",
    "context": "Le contexte",
    "deliverables": "Ce qui sera remis",
    "skills": "Les compétences utiles",
    "duration": "La durée",
    "follow": "Qui suit la mission",
    "upkeep": "Qui entretient ensuite",
    "handover": "La passation",
}
NO_NAME = "Notre association"


def handover(questionnaire: Questionnaire, assessment: Assessment) -> Sheet | None:
    """Who holds what, who is second: filled by hand, never a password."""
    rules = questionnaire.documents.handover
    if rules is None:
        return None
    facts = facts_of(route(questionnaire, assessment), assessment)
    texts = [row.text for row in rules.rows if holds(row.when, facts)] + [""] * rules.blank_rows
    rows = tuple((text, *("" for _ in say(HANDOVER_HEADS)[1:])) for text in texts)
    return Sheet(
        "passation",
        say(HANDOVER_TITLE),
        name(assessment),
        rules.lead,
        (),
        say(HANDOVER_HEADS),
        rows,
        rules.never,
        rules.after,
    )


def charter(questionnaire: Questionnaire, assessment: Assessment) -> Sheet | None:
    """One page on the use of AI, prepared from the answers, to correct and adopt."""
    rules = questionnaire.documents.charter
    if rules is None:
        return None
    facts = facts_of(route(questionnaire, assessment), assessment)
    texts = assessment.all_of("texts")
    articles = [article for article in rules.articles if holds(article.when, facts)]
    sections = tuple(_section(f"{CHARTER}{a.id}", a.title, a.text, texts) for a in articles)
    return Sheet("charte", rules.title, name(assessment), rules.lead, sections, after=rules.signature)


def brief(questionnaire: Questionnaire, assessment: Assessment, action_id: str) -> Sheet | None:
    """What a skilled volunteer would do for one action; None when the action is not for them."""
    action, rules = questionnaire.action_by_id.get(action_id), questionnaire.documents.mission
    if action is None or action.mission is None or rules is None:
        return None
    texts, parts = assessment.all_of("texts"), _parts(questionnaire, assessment, action, action.mission, rules)
    return Sheet(
        f"mission-{action.id}",
        typeset(f"{say(BRIEF_TITLE)} : {lower_first(action.title)}"),
        name(assessment),
        rules.lead,
        tuple(
            _section(f"{BRIEF}{action.id}.{part}", say(BRIEF_TITLES)[part], parts[part], texts) for part in BRIEF_PARTS
        ),
        small=tuple(_term(questionnaire, term.text, term.reference) for term in rules.terms),
    )


def missions(questionnaire: Questionnaire) -> tuple[Action, ...]:
    """The actions that a skilled volunteer could carry out."""
    return tuple(a for a in questionnaire.actions if a.mission) if questionnaire.documents.mission else ()


def name(assessment: Assessment) -> str:
    return (assessment.name or "").strip() or say(NO_NAME)


def _parts(
    questionnaire: Questionnaire, assessment: Assessment, action: Action, mission: Mission, rules: MissionRules
) -> dict[str, str]:
    return {
        "need": mission.need,
        "context": _context(questionnaire, assessment, action),
        "deliverables": _list(mission.deliverables),
        "skills": _list(mission.skills),
        "duration": rules.lengths[mission.length],
        "follow": rules.followed_by,
        "upkeep": rules.upkeep,
        "handover": rules.handover,
    }


def _context(questionnaire: Questionnaire, assessment: Assessment, action: Action) -> str:
    """The association in a few facts of its profile, then the state this action aims at."""
    facts = []
    for field in questionnaire.profile:
        said = assessment.fields.get(field.id)
        if field.kind == "choice" and isinstance(said, str) and field.options:
            facts.append(typeset(f"{lower_first(field.short)} : {lower_first(option_text(field.options, said))}"))
    told = f"{sentence(' ; '.join(facts[:5]))} " if facts else ""
    return typeset(
        say("{told}C’est fait quand : {done_when}", told=told, done_when=lower_first(sentence(action.done_when)))
    )


def _list(items: tuple[str, ...]) -> str:
    return "\n".join(f"– {item}" for item in items)


def _term(questionnaire: Questionnaire, text: str, reference: str | None) -> str:
    source = questionnaire.reference_by_id.get(reference or "")
    return (
        typeset(
            say(
                "{text} Source : {publisher}, {title}.",
                text=sentence(text),
                publisher=source.publisher,
                title=source.title,
            )
        )
        if source
        else sentence(text)
    )


def _section(key: str, title: str, text: str, texts: Mapping[str, Any]) -> SheetSection:
    kept = texts.get(key)
    return SheetSection(key, title, text if kept is None else kept, kept is not None)
