"""The text of an answers file as plain values: strict JSON, no repeated key, bounded in size and depth."""

from __future__ import annotations

import json
import re
from collections import Counter
from typing import Any

from questionnaire.errors import AnswersError, Fault
from questionnaire.language import say

SIZE_MAX = 2_000_000  # bytes: all that may be written, at its longest in French, photos included
DEPTH_MAX = 10
DIGITS_MAX = 20


class _Object(dict[str, Any]):
    """A JSON object that remembers the keys it was given twice."""

    twice: tuple[str, ...] = ()


def _object(pairs: list[tuple[str, Any]]) -> _Object:
    built = _Object(pairs)
    keys = [key for key, _ in pairs]
    built.twice = tuple(key for key, times in Counter(keys).items() if times > 1)
    return built


def repeated(value: Any, path: str = "") -> list[Fault]:
    """A fault for each repeated key, at any depth."""
    if isinstance(value, list):
        return [fault for i, child in enumerate(value) for fault in repeated(child, f"{path}[{i}]")]
    if not isinstance(value, dict):
        return []
    here = [
        Fault(f"{path}.{key}".strip("."), say("clé répétée ; gardez-en une seule."))
        for key in getattr(value, "twice", ())
    ]
    return here + [f for key, child in value.items() for f in repeated(child, f"{path}.{key}".strip("."))]


def _refused_constant(name: str) -> Any:
    raise ValueError(f"« {name} » n’est pas un nombre ; écrivez un entier")


def _integer(digits: str) -> int:
    if len(digits) > DIGITS_MAX:
        raise ValueError(f"nombre de {len(digits)} chiffres")
    return int(digits)


def decoded(text: str | bytes) -> Any:
    """The JSON of an answers file, as data. Raises AnswersError when it is too big, too deep or no JSON."""
    if len(text) > SIZE_MAX:
        raise AnswersError([Fault("", say("fichier trop gros : 2 Mo au plus pour des réponses."))])
    try:
        plain = text.decode("utf-8-sig") if isinstance(text, bytes) else text.removeprefix("\ufeff")
        _refuse_depth(plain)
        return json.loads(plain, object_pairs_hook=_object, parse_constant=_refused_constant, parse_int=_integer)
    except UnicodeDecodeError:
        raise AnswersError([Fault("", say("fichier illisible : enregistrez-le en UTF-8."))]) from None
    except json.JSONDecodeError as error:
        place = say("ligne {lineno}, colonne {colno}", lineno=error.lineno, colno=error.colno)
        raise AnswersError(
            [Fault("", say("ce n’est pas du JSON correct ({place}) ; reprenez le fichier d’origine.", place=place))]
        ) from None
    except (ValueError, RecursionError) as error:
        raise AnswersError([Fault("", say("valeur refusée : {error}.", error=error))]) from None


def _refuse_depth(text: str) -> None:
    """Depth counted outside of texts, before parsing: a nested bomb never reaches the parser."""
    depth = 0
    for mark in re.sub(r'"(?:[^"\\]|\\.)*"', "", text):
        depth += (mark in "[{") - (mark in "]}")
        if depth > DEPTH_MAX:
            raise ValueError("trop d’objets emboîtés")
