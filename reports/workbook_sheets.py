"""The sheets of the workbook as plain values, typed: what people sort, add up and filter.

Words come from the composed report, numbers from the scores and the plan it was composed from, rounded as they are
printed. Where an axis is told in words, its number cells stay empty.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from questionnaire.language import say
from questionnaire.plan_edits import Edit
from questionnaire.typography import round_half_up
from reports.case import Case
from reports.cells import DAY, EUROS, HOURS, SHARE, Column, Grid, Row, month, printed_amount, printed_score
from reports.content import IntervalRow, PlanLine, Report
from reports.content_funding import MoneyRow
from reports.level_words import IN_WORDS, level_cell, level_names, score_words
from reports.plan_edit_words import STATUSES
from reports.tables import VALUED
from reports.workbook_answers import answers_grid
from reports.workbook_change import change_grid
from scoring import display
from scoring.model import Score
from scoring.plan_model import PlannedAction

CATALOGUE, OWN = "catalogue", "à vous"


def grids(report: Report, case: Case) -> tuple[Grid, ...]:
    """Every sheet, in reading order; « Demande » only when something is asked."""
    change = (change_grid(report.change),) if report.change else ()
    request = () if report.funding.request.empty else (request_grid(report),)
    return (
        results_grid(report, case),
        *change,
        answers_grid(case),
        plan_grid(report, case),
        find_out_grid(report, case),
        *request,
        *workshop_grids(report),
        sources_grid(case),
    )


def results_grid(report: Report, case: Case) -> Grid:
    columns = (
        Column(say("Axe"), 26), Column(say("Thème"), 34), Column(say("Bas, sur 100"), 10), Column(say("Haut, sur 100"), 10),
        Column(say("Réponses connues, sur 100"), 12), Column(say("Part connue"), 10, say(SHARE)), Column(say("Fourchette"), 14),
        Column(say("Niveau"), 14), Column(say("Nom du niveau"), 40), Column(say("Remarque"), 44),
    )  # fmt: skip
    return Grid(say("Résultats"), columns, tuple(_results(report, case)))


def plan_grid(report: Report, case: Case) -> Grid:
    columns = (
        Column(say("N°"), 5), Column(say("Action"), 44), Column(say("Qui"), 24), Column(say("Échéance"), 16, DAY), Column(say("État"), 10),
        Column(say("Heures"), 9, say(HOURS)), Column(say("Euros"), 11, say(EUROS)), Column(say("Qui paie"), 20), Column(say("Note"), 50),
        Column(say("Effet"), 40), Column(say("Priorité"), 13), Column(say("Origine"), 11), Column(say("Horizon"), 20),
    )  # fmt: skip
    planned = {action.id: action for action in case.plan.all}
    return Grid(say("Plan"), columns, tuple(_plan_row(line, planned[line.id]) for line in report.plan.lines))


def find_out_grid(report: Report, case: Case) -> Grid:
    columns = (
        Column(say("Repère"), 9), Column(say("Question"), 70), Column(say("Qui saurait répondre"), 34), Column(say("Échéance"), 14, DAY),
        Column(say("État"), 10), Column(say("Note"), 50),
    )  # fmt: skip
    tasks = {task.id: task for task in case.plan.find_out}
    rows = []
    for item in report.plan.find_out:
        edit = tasks[item.id].edit or Edit()
        rows.append((item.id, item.question, item.who, tasks[item.id].due, say(STATUSES)[edit.status], edit.note))
    return Grid(say("À chercher"), columns, tuple(rows))


def request_grid(report: Report) -> Grid:
    """Line for line the printed request, its amounts as numbers."""
    request = report.funding.request
    columns = (
        Column(say("Côté"), 16),
        Column(say("Ligne"), 60),
        *(Column(head, 14, say(EUROS)) for head in request.heads[1:]),
    )
    parts = ((say("Charges"), request.charges), (say("Produits"), request.resources), (say(VALUED), request.volunteers))
    return Grid(say("Demande"), columns, tuple(_money(side, row) for side, rows in parts for row in rows))


def workshop_grids(report: Report) -> tuple[Grid, ...]:
    """One sheet when the answers come from a workshop: a row a question, in words."""
    if report.workshop is None:
        return ()
    columns = (
        Column(say("Repère"), 9), Column(say("Question"), 60), Column(say("Avant la discussion"), 40), Column(say("Après la discussion"), 40),
        Column(say("Ont changé"), 30), Column(say("Issue"), 20), Column(say("Détail"), 70),
    )  # fmt: skip
    rows = tuple(
        (line.id, line.question, line.before, line.after, line.moved, line.outcome,
         "\n".join(f"{item.title}\u202f: {item.text}" for item in line.told))
        for line in report.workshop.lines
    )  # fmt: skip
    return (Grid(say("Atelier"), columns, rows),)


def sources_grid(case: Case) -> Grid:
    columns = (
        Column(say("Titre"), 60), Column(say("Éditeur"), 34), Column(say("Édition"), 16), Column(say("Adresse"), 60, link=True),
        Column(say("Vu le"), 12, DAY),
    )  # fmt: skip
    references = case.questionnaire.references
    known = {reference.url for reference in references}
    rows: list[Row] = [(r.title, r.publisher, str(r.year or ""), r.url, r.verified_on) for r in references]
    published = {c.row.url: c.row for c in reversed(case.comparisons) if c.row.url not in known}
    rows += [(r.indicator, r.publisher, r.edition, url, r.verified_on) for url, r in published.items()]
    return Grid(say("Sources"), columns, tuple(rows))


def _results(report: Report, case: Case) -> Iterator[Row]:
    """Each axis as it is on the summary, then its themes. An express result is told by axis only."""
    for (axis, scored), line in zip(case.axes, report.summary.axes.rows, strict=True):
        yield (axis.name, "", *_numbers(scored.score, case, scored.evaluable), *_said(line))
        names = {theme.id: theme.name for theme in axis.themes}
        for theme in () if case.express else scored.themes:
            in_words = theme.score.low is not None and not scored.evaluable
            words = say(IN_WORDS) if in_words else score_words(theme.score, case.rules)
            told = (words, level_cell(theme.score), level_names(theme.score, case.rules), "")
            yield (axis.name, names[theme.id], *_numbers(theme.score, case, scored.evaluable), *told)


def _numbers(score: Score, case: Case, evaluable: bool) -> Row:
    """Low, high, known answers alone, share known: as printed, empty where no number may be read."""

    def shown(value: Fraction | None) -> Decimal | None:
        return None if value is None or not evaluable else printed_score(display.shown_score(value, case.rules))

    share = None if score.coverage is None else Decimal(round_half_up(100 * score.coverage)) / 100
    return shown(score.low), shown(score.high), shown(score.point), share


def _said(line: IntervalRow) -> Row:
    interval, level = line.cells
    return interval, level, line.sub, line.note


def _plan_row(line: PlanLine, planned: PlannedAction) -> Row:
    """Theirs has no priority; a day they set is kept, else the month of the calendar."""
    due = planned.edit.due if planned.edit and planned.edit.due else month(planned.month)
    origin = say(OWN) if line.own else say(CATALOGUE)
    priority = "" if line.own else line.priority_word
    return (
        line.number, line.title, line.lead, due, line.status, planned.hours, planned.euros, line.funding, line.note,
        line.effect, priority, origin, line.horizon,
    )  # fmt: skip


def _money(side: str, row: MoneyRow) -> Row:
    return (side, row.label, *map(printed_amount, row.amounts))
