"""What is said when another device wrote to the same assessment meanwhile."""

from __future__ import annotations

from questionnaire.assessment import Entry
from questionnaire.language import say
from questionnaire.model import Questionnaire
from questionnaire.typography import listed, typeset
from reports.phrases import quoted
from ui.visit import Elsewhere

_NAMED_MOST = 4
_OTHERS = {
    "plan": "votre plan",
    "texts": "vos feuilles",
    "previous": "vos diagnostics d’avant",
    "targets": "vos objectifs",
    "identity": "vos coordonnées",
    "workshop": "le compte rendu de votre atelier",
    "head": "le nom ou le mode du diagnostic",
}


def told(content: Questionnaire, elsewhere: Elsewhere) -> str:
    """One or two sentences for the device that came second."""
    said = [say("Un autre appareil vient de modifier ce diagnostic.")]
    if elsewhere.taken:
        said.append(say("Ce qu’il a écrit est repris ici : {content}.", content=_named(content, elsewhere.taken)))
    if elsewhere.replaced:
        said.append(
            say(
                "Vous avez tous les deux répondu ici : {content}. C’est votre réponse, la dernière, qui est gardée : "
                "vérifiez-la ensemble.",
                content=_named(content, elsewhere.replaced),
            )
        )
    return typeset(" ".join(said))


def _named(content: Questionnaire, entries: tuple[Entry, ...]) -> str:
    names = list(dict.fromkeys(name_of(content, *entry) for entry in entries))
    if len(names) > _NAMED_MOST:
        names = [*names[:_NAMED_MOST], say("{names} autres points", names=len(names) - _NAMED_MOST)]
    return listed(names)


def name_of(content: Questionnaire, kind: str, key: str) -> str:
    """The short name of a question or of a field; else the part of the assessment."""
    found = content.question_by_id.get(key.partition(".")[0]) or content.field_by_id.get(key)
    return quoted(found.short) if found and kind not in _OTHERS else say(_OTHERS).get(kind, say("vos réponses"))
