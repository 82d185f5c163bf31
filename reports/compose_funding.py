"""Who may pay, what the association asks for, and what costs nothing, in words."""

from __future__ import annotations

from questionnaire.catalogue import Resource
from questionnaire.conditions import holds, may_hold
from questionnaire.funding import FundingRoute, ToolNeed, ToolOption
from questionnaire.language import say
from questionnaire.plan_edits import edits
from questionnaire.typography import counted, listed, typeset
from reports.around_plan_words import door_words, seen_words
from reports.case import Case
from reports.compose_plan import name_of
from reports.content import Door, FundingPage
from reports.content_funding import MoneyRow, RequestText, RouteText, ToolLine, ToolText
from reports.phrases import day, euros, hours, sentence, upper_first
from scoring.request import UPKEEP, Balance, Charge, balance
from scoring.turnover import CLOSED, facts_of, funding_routes

NATURES = {"functioning": "fonctionnement", "investment": "investissement", "training": "formation"}
KINDS = {
    "free": "Gratuit ou libre",
    "solidarity": "Tarif solidaire",
    "federation": "Par votre réseau",
    "nothing": "Ne rien acheter",
}
ASKED, GRANTED = "demandé", "obtenu"
REQUEST_TITLE = "Ce que nous demandons"
EMPTY = (
    "Aucune dépense dans votre plan pour l’instant : il n’y a rien à demander. Pour préparer une demande, ajoutez au "
    "plan une action qui coûte, ou notez le prix d’un devis."
)
VOLUNTEER_NOTE = (
    "Le temps bénévole, compté en euros, figure des deux côtés pour la même somme : il montre l’effort fourni, et ne se "
    "demande pas en argent. Le taux horaire est choisi par l’association. Ce calcul prend toutes les heures du "
    "plan : si des personnes salariées y participent, mieux vaut laisser le taux vide."
)


def funding_page(case: Case) -> FundingPage:
    known = case.questionnaire.funding_routes
    return FundingPage(
        routes=tuple(_route(case, route) for route in funding_routes(case.questionnaire, case.assessment)),
        closed=tuple(
            typeset(f"{r.name} : {r.status_text}") for r in known if r.status == CLOSED and _concerned(case, r)
        ),
        request=request_text(case),
        tools=tuple(_tool(case, need) for need in case.questionnaire.tools),
    )


def request_text(case: Case) -> RequestText:
    """Charges and resources to the same total; empty when the plan costs nothing and nothing was written."""
    request = edits(case.assessment).request
    sums = balance(case.questionnaire, case.plan, request)
    heads = (
        ("", *(say("Année {rank}", rank=rank) for rank in range(1, sums.years + 1)), say("Total"))
        if sums.years > 1
        else ("", say("Total"))
    )
    return RequestText(
        say(REQUEST_TITLE),
        request.need,
        heads,
        charges=(
            *(_charge(case, charge) for charge in sums.charges),
            _money(say("Total des charges"), sums.by_year, strong=True),
        ),
        resources=_resources(sums),
        volunteers=_volunteers(sums),
        sentences=_sentences(sums, request.indicators, day(request.measured_on) if request.measured_on else None),
        empty="" if sums.charges else typeset(say(EMPTY)),
    )


def _charge(case: Case, charge: Charge) -> MoneyRow:
    name = say("Entretien et abonnements") if charge.id == UPKEEP else name_of(case, charge.id)
    return _money(f"{name} ({say(NATURES)[charge.nature]})", charge.euros)


def _money(label: str, years: tuple[int, ...], *, strong: bool = False) -> MoneyRow:
    each = tuple(euros(amount) for amount in years) if len(years) > 1 else ()
    return MoneyRow(typeset(label), (*each, euros(sum(years))), strong)


def _resources(sums: Balance) -> tuple[MoneyRow, ...]:
    """Only the total column is filled: who pays is decided for the whole request."""
    blank = ("",) * (sums.years if sums.years > 1 else 0)
    status = {"asked": say(ASKED), "granted": say(GRANTED)}
    rows = [(say("Nos fonds propres"), sums.own)]
    rows += [(f"{line.name} ({status[line.status]})", line.euros) for line in sums.cofunding]
    rows += [(say("Ce que nous demandons"), sums.asked)]
    told = [MoneyRow(typeset(label), (*blank, euros(amount))) for label, amount in rows]
    total = sums.own + sum(line.euros for line in sums.cofunding) + sums.asked
    return (*told, MoneyRow(say("Total des produits"), (*blank, euros(total)), strong=True))


def _volunteers(sums: Balance) -> tuple[MoneyRow, ...]:
    if not sums.volunteer_euros:
        return ()
    blank = ("",) * (sums.years if sums.years > 1 else 0)
    amount = (*blank, euros(sums.volunteer_euros))
    return (
        MoneyRow(
            typeset(say("Temps bénévole utilisé ({volunteer_hours})", volunteer_hours=hours(sums.volunteer_hours))),
            amount,
        ),
        MoneyRow(say("Temps bénévole apporté"), amount),
    )


def _sentences(sums: Balance, indicators: tuple[str, ...], measured_on: str | None) -> tuple[str, ...]:
    told = []
    if sums.excess:
        told.append(
            sentence(
                say(
                    "les ressources prévues dépassent les charges de {excess} : il n’y a rien à demander",
                    excess=euros(sums.excess),
                )
            )
        )
    if sums.volunteer_euros:
        told.append(typeset(say(VOLUNTEER_NOTE)))
    elif sums.volunteer_hours:
        told.append(
            sentence(
                say(
                    "temps des bénévoles ou salariés prévu au plan : {volunteer_hours}",
                    volunteer_hours=hours(sums.volunteer_hours),
                )
            )
        )
    if indicators:
        when = say(", mesurés le {measured_on}", measured_on=measured_on) if measured_on else ""
        told.append(
            sentence(f"{counted(len(indicators), 'indicateur', 'indicateurs')}{when} : {listed(list(indicators))}")
        )
    return tuple(told)


def _concerned(case: Case, route: FundingRoute) -> bool:
    return may_hold(route.when, facts_of(case.routed, case.assessment))


def _route(case: Case, route: FundingRoute) -> RouteText:
    resource = case.questionnaire.resource_by_id.get(route.resource or "")
    text = say("{offers} Pour qui : {who}", offers=sentence(route.offers), who=sentence(route.who))
    return RouteText(
        route.id,
        route.name,
        upper_first(listed([say(NATURES)[nature] for nature in route.natures])),
        typeset(f"{text} {sentence(route.amount)}" if route.amount else text),
        sentence(route.first_step),
        sentence(route.status_text),
        route.caution or "",
        typeset(
            say(
                "Relevé le {verified_on} ; date de la page lue : {last_seen}.",
                verified_on=day(route.verified_on),
                last_seen=route.last_seen,
            )
        ),
        (resource.url or "") if resource else "",
    )


def _tool(case: Case, need: ToolNeed) -> ToolText:
    facts = facts_of(case.routed, case.assessment)
    fitting = [o for o in need.options if o.when is None or holds(o.when, facts)]
    lines = tuple(
        _tool_line(option, case.questionnaire.resource_by_id.get(option.resource or "")) for option in fitting
    )
    return ToolText(
        need.id, need.name, lines, typeset(say("Relevé le {verified_on}.", verified_on=day(need.verified_on)))
    )


def _tool_line(option: ToolOption, resource: Resource | None) -> ToolLine:
    door = None
    if resource:
        door = Door(
            resource.name, door_words(resource), resource.url or "", seen_words(resource), resource.caution or ""
        )
    return ToolLine(say(KINDS)[option.kind], sentence(option.text), sentence(option.who), option.caution or "", door)
