"""The profile and the unscored questions, a few at a time, each kept as soon as it is said."""

from __future__ import annotations

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from questionnaire.assessment import NAME_MAX, Assessment
from questionnaire.language import say
from questionnaire.model import Part, UnscoredField
from questionnaire.routing import asked_fields, route
from questionnaire.typography import typeset
from ui import wording
from ui.components import notices, path, scrolling, words
from ui.components.fields import ask_field
from ui.session import enter, profile_step, questionnaire, seed, set_profile_step, update

A_SCREEN = 4


def show() -> None:
    st.title(say("Votre association"))
    way = st.container()
    session = enter("profil")
    if notices.need_to_begin(session):
        return
    fields = asked_fields(questionnaire(), session.assessment)
    screens = [fields[i : i + A_SCREEN] for i in range(0, len(fields), A_SCREEN)]
    step = _step(screens, session.assessment)
    scrolling.to_top(step)
    st.caption(wording.step_of(step + 1, len(screens)))
    said = _name(session.assessment) if step == 0 else session.assessment
    for field in screens[step]:
        said = _ask(field, said)
    _why(screens[step])
    words.show(_read(screens[step]))
    changed = said is not session.assessment
    session = update(_asked_again(said)) if changed else session
    bar = st.container(horizontal=True, horizontal_alignment="distribute")
    _move(bar, step, len(screens))
    notices.saving_failure(session)
    path.show("profil", session, way)
    if changed and asked_fields(questionnaire(), said) != fields:
        st.rerun()


def _name(assessment: Assessment) -> Assessment:
    st.markdown(say(wording.PROFILE_INTRO))
    name = st.text_input(say(wording.NAME), max_chars=NAME_MAX, key=seed("head.name", assessment.name)).strip() or None
    return assessment if name == assessment.name else assessment.put("head", "name", name)


def _ask(field: UnscoredField, assessment: Assessment) -> Assessment:
    profile = {f.id for f in questionnaire().profile}
    kind = "profile" if field.id in profile else "benchmark"
    kept = assessment.all_of(kind).get(field.id)
    value = ask_field(field, kept)
    return assessment if value == kept else assessment.put(kind, field.id, value)


def _asked_again(assessment: Assessment) -> Assessment:
    """« Non concerné » is no answer to a question that this profile makes critical: it is asked again."""
    for name in route(questionnaire(), assessment).critical:
        raw = assessment.answers.get(name)
        if isinstance(raw, dict) and "not_applicable" in raw:
            assessment = assessment.put("answers", name, None)
    return assessment


def _why(fields: tuple[UnscoredField, ...]) -> None:
    with st.expander(say(wording.PROFILE_WHY)):
        st.markdown("\n".join(typeset(f"- **{field.short}** : {field.why}") for field in fields))


def _step(screens: list[tuple[UnscoredField, ...]], assessment: Assessment) -> int:
    """The screen of this visit; on coming back before any question, the first one with something left to say."""
    step = profile_step()
    if step is None:
        new = not assessment.answers and any(field.id in assessment.fields for field in screens[0])
        step = next((i for i, shown in enumerate(screens) if _is_left(shown, assessment)), 0) if new else 0
        set_profile_step(step)
    return min(step, len(screens) - 1)


def _is_left(fields: tuple[UnscoredField, ...], assessment: Assessment) -> bool:
    return all(field.id not in assessment.fields for field in fields)


def _read(fields: tuple[UnscoredField, ...]) -> list[str | None]:
    """All that these fields say on screen."""
    parts: list[UnscoredField | Part] = [*fields, *(part for field in fields for part in field.parts)]
    said = [(part.text, part.help) for part in parts]
    said += [(option.text, option.help) for part in parts for option in part.options]
    return [text for both in said for text in both]


def _move(bar: DeltaGenerator, step: int, total: int) -> None:
    with bar:
        if st.button(say(wording.BACK), key="profile.previous", disabled=step == 0):
            set_profile_step(step - 1)
            st.rerun()
        last = step + 1 == total
        if st.button(say(wording.TO_QUESTIONS) if last else say(wording.CONTINUE), key="profile.next", type="primary"):
            if last:
                st.switch_page("screens/questions.py")
            set_profile_step(step + 1)
            st.rerun()


show()
