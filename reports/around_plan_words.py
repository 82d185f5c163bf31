"""What stands around the plan in sentences: what was said first, what to find out, which doors to knock on."""

from __future__ import annotations

from questionnaire.catalogue import Resource
from questionnaire.language import plural, say
from questionnaire.typography import counted, listed, typeset
from reports.phrases import day, lower_first, quoted, sentence


def said_words(options: list[str]) -> str:
    """« Vous avez dit : les inscriptions ; la comptabilité. »"""
    return (
        sentence(say("vous avez dit : {options}", options=" ; ".join(lower_first(o) for o in options)))
        if options
        else ""
    )


def helped_words(themes: list[str]) -> str:
    if not themes:
        return ""
    return sentence(
        say(
            "le plan en tient compte : un petit avantage va aux actions sur {noun} {themes}",
            noun=plural(len(themes), "le thème", "les thèmes"),
            themes=listed([quoted(t) for t in themes]),
        )
    )


def find_out_sentence(count: int) -> str:
    if count == 0:
        return typeset(say("Rien à chercher : vous n’avez répondu « je ne sais pas » à aucune question."))
    noun = counted(count, "question a reçu", "questions ont reçu")
    return typeset(
        say("{noun} « je ne sais pas ». Une réponse, quelle qu’elle soit, resserre la fourchette.", noun=noun)
    )


def door_words(resource: Resource) -> str:
    """What the resource offers, to whom, at what cost."""
    return typeset(
        say(
            "{offers} Pour qui : {who} Coût : {cost}",
            offers=sentence(resource.offers),
            who=sentence(resource.who),
            cost=sentence(lower_first(resource.cost)),
        )
    )


def seen_words(resource: Resource) -> str:
    return typeset(
        say(
            "Relevé le {verified_on} ; date de la page lue : {last_seen}.",
            verified_on=day(resource.verified_on),
            last_seen=resource.last_seen,
        )
    )
