"""Pydantic's findings said in French, with the faulty value and what to write instead."""

from __future__ import annotations

from pydantic_core import ErrorDetails

_SENTENCES = {
    "missing": "il manque « {key} » ; ajoutez cette clé.",
    "extra_forbidden": "clé « {key} » inconnue ; retirez-la ou corrigez son nom.",
    "string_type": "« {key} » vaut {value} ; écrivez un texte (entre guillemets).",
    "string_too_short": "« {key} » est vide ; écrivez un texte.",
    "string_too_long": "« {key} » est trop long ; 2 000 caractères au plus.",
    "string_pattern_mismatch": "« {key} » vaut {value} ; un identifiant prend lettres sans accent, chiffres, - et _.",
    "int_type": "« {key} » vaut {value} ; écrivez un nombre entier.",
    "int_from_float": "« {key} » vaut {value} ; écrivez un nombre entier.",
    "int_parsing": "« {key} » vaut {value} ; écrivez un nombre entier.",
    "bool_type": "« {key} » vaut {value} ; écrivez true ou false.",
    "bool_parsing": "« {key} » vaut {value} ; écrivez true ou false.",
    "tuple_type": "« {key} » vaut {value} ; écrivez une liste (un tiret par ligne).",
    "dict_type": "« {key} » vaut {value} ; écrivez des clés et leurs valeurs.",
    "model_type": "« {key} » vaut {value} ; écrivez des clés et leurs valeurs.",
    "model_attributes_type": "« {key} » vaut {value} ; écrivez des clés et leurs valeurs.",
    "literal_error": "« {key} » vaut {value} ; valeurs possibles : {expected}.",
    "greater_than": "« {key} » vaut {value} ; écrivez un nombre plus grand que {gt}.",
    "greater_than_equal": "« {key} » vaut {value} ; écrivez un nombre au moins égal à {ge}.",
    "less_than_equal": "« {key} » vaut {value} ; écrivez un nombre au plus égal à {le}.",
    "too_short": "« {key} » est vide ; donnez au moins un élément.",
    "too_long": "« {key} » a trop d’éléments ; {max_length} au plus.",
    "date_type": "« {key} » vaut {value} ; écrivez une date comme 2026-11-23.",
    "date_from_datetime_parsing": "« {key} » vaut {value} ; écrivez une date comme 2026-11-23.",
    "date_parsing": "« {key} » vaut {value} ; écrivez une date comme 2026-11-23.",
}
_VALUE_ERRORS = {
    "rationale ou reference obligatoire": "chiffre sans source ; ajoutez « rationale » (votre raison) ou « reference ».",
    "fraction attendue": '« {key} » vaut {value} ; écrivez un entier ou une fraction comme "3/5".',
    "les parts et les non ventilées doivent faire 100": "les parts et « not_broken_down » doivent faire 100 ; vérifiez-les.",
    "condition: une seule forme": "condition mal formée ; une seule clé parmi all, any, not, field, question.",
    "condition: has_any ou not_in": "condition mal formée ; après « field », écrivez has_any ou not_in.",
    "condition: part sans field": "condition mal formée ; « part » va avec « field », et nomme une partie d’un groupe.",
    "condition: at_least ou below": "condition mal formée ; après « question », écrivez at_least ou below.",
}


def sentence(fault: ErrorDetails) -> str:
    """One French sentence for one entry of `ValidationError.errors()`."""
    template = _template(fault)
    return template.format(
        key=_key(fault["loc"]),
        value=_shown(fault.get("input")),
        **{"expected": "", "gt": "", "ge": "", "le": "", "max_length": ""} | _context(fault),
    )


def _template(fault: ErrorDetails) -> str:
    if fault["type"] == "value_error":
        message = str(fault.get("ctx", {}).get("error", ""))
        return _VALUE_ERRORS.get(message, "« {key} » vaut {value} ; cette valeur n’est pas acceptée.")
    return _SENTENCES.get(fault["type"], "« {key} » vaut {value} ; cette valeur n’est pas acceptée.")


def _key(location: tuple[str | int, ...]) -> str:
    return next((str(part) for part in reversed(location) if isinstance(part, str)), "fichier")


def _context(fault: ErrorDetails) -> dict[str, str]:
    context = {k: str(v) for k, v in fault.get("ctx", {}).items() if k != "error"}
    if "expected" in context:
        context["expected"] = context["expected"].replace("'", "").replace(" or ", " ou ")
    return context


def _shown(value: object) -> str:
    text = str(value)
    return f"« {text[:60]}… »" if len(text) > 60 else f"« {text} »"
