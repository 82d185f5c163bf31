"""What is said of the last changes of an assessment."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from questionnaire.language import say
from questionnaire.typography import counted, tidy, typeset
from reports.phrases import clock

_PARIS = ZoneInfo("Europe/Paris")

TITLE = tidy("Les dernières modifications, sur tous vos appareils")
COLUMNS = ("Quand", "Où", tidy("Ce qui a été écrit"))
KINDS = {"notes": "note", "evidence": "pièce", "profile": "profil", "benchmark": "profil"}
TAKEN_AWAY, WRITTEN = "effacé", "modifié"


def lead(days: int) -> str:
    kept = counted(days, "jour", "jours")
    return typeset(
        say("Gardées {kept}, puis effacées. Le lien ne dit pas qui a écrit : demandez autour de vous.", kept=kept)
    )


def moment(at: datetime) -> str:
    here = at.astimezone(_PARIS)
    return typeset(f"{here:%d/%m/%Y}, {clock(here.time())}")
