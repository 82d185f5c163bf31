"""What one may be in the association, when the coach asks for it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Role:
    """What one is in the association: a name for lists, and the group as it stands in a sentence after « pour »."""

    id: str
    name: str
    group: str


ROLES = (
    Role("council", "Conseil d’administration", "le conseil d’administration"),
    Role("board", "Bureau", "le bureau"),
    Role("employee", "Salariés", "les salariés"),
    Role("volunteer", "Bénévoles", "les bénévoles"),
    Role("director", "Direction", "la direction"),
    Role("coach", "Accompagnement", "l’accompagnement"),
)
ROLE_BY_ID = {role.id: role for role in ROLES}
