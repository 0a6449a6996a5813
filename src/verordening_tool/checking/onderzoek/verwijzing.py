"""References: written as the Aanwijzingen ask, pointing at something that exists, in this text and in the law of the day."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from verordening_tool.checking.oordeel import Deeloordeel, Gewicht, Plaats, Uitkomst
from verordening_tool.checking.plaatsen import citeer
from verordening_tool.checking.zaak import Bevinding, Zaak
from verordening_tool.document.blok import Deel
from verordening_tool.document.dates import dutch_date
from verordening_tool.norms.schema import Check
from verordening_tool.norms.wetten import lees_index
from verordening_tool.references.model import Doel, GeplaatsteVerwijzing, Status, Verwijzing
from verordening_tool.references.normaal import normaal

_PARTICIPATIEWET = "BWBR0015703"
_REGELTEKST = frozenset({Deel.AANHEF, Deel.LICHAAM, Deel.BIJLAGE})
# Cited in the aanhef, these are judged by checks on the legal basis.
_GRONDSLAG = {(_PARTICIPATIEWET, artikel) for artikel in ("6", "8a", "10b")} | {("BWBR0004044", "35"), ("BWBR0004163", "35")}  # IOAW, IOAZ
# The sentence tells of the law as it was, or of what a decision of that time rests on.
_VROEGER = re.compile(
    r"\b(?:zoals\s+(?:dat|die|dit|deze|het)\b[^.;]{0,60}?\b(?:luid|gold|was|waren)|(?:luidde|luidden|gold|golden|voorheen|destijds|voormalige?|vervallen"
    r"|vervalt|ingetrokken|intrekking|overgangsrecht|oude?|toenmalige?)\b|(?:vóór|voor|tot|t/m)\s+(?:de\s+)?(?:inwerkingtreding|\d{1,2}\s+\w+\s+(?:19|20)\d\d)"
    r"|(?:19|20)\d\d\s+(?:luidde|gold))",
    re.IGNORECASE,
)


def vorm_en_doel(check: Check, zaak: Zaak, dag: date) -> Bevinding:  # noqa: ARG001 - the shape of every onderzoek
    """The form of every reference in the rules, and whether every reference to the text itself has a target."""
    vorm = tuple(_vorm(zaak))
    loos = tuple(_loos(zaak))
    delen = (
        _deel("vorm", vorm, "De verwijzingen zijn voluit geschreven.", "Een verwijzing is niet voluit geschreven."),
        _deel("doel", loos, "Elke verwijzing binnen deze tekst heeft een doel.", "Een verwijzing wijst naar een plaats die niet bestaat."),
    )
    mis = [deel for deel in delen if deel.oordeel is not Uitkomst.VOLDOET]
    if not mis:
        return Bevinding(Uitkomst.VOLDOET, "Gezocht naar afwijkend geschreven en loze verwijzingen; geen strijd gevonden.", delen=delen)
    gewicht = None if loos else Gewicht.STIJL
    return Bevinding(Uitkomst.STRIJDIG, " ".join(deel.bericht for deel in mis), (*loos, *vorm), delen=delen, gewicht=gewicht)


def _deel(naam: str, plaatsen: tuple[Plaats, ...], goed: str, fout: str) -> Deeloordeel:
    return Deeloordeel(naam, Uitkomst.STRIJDIG if plaatsen else Uitkomst.VOLDOET, fout if plaatsen else goed, plaatsen)


def _citeer(zaak: Zaak, geplaatst: GeplaatsteVerwijzing, bericht: str) -> Plaats:
    tekst = zaak.context.laag.regeling.blokken[geplaatst.alinea].tekst
    return citeer(tekst, geplaatst.plaats, geplaatst.start, geplaatst.eind, bericht)


def _vorm(zaak: Zaak) -> Iterator[Plaats]:
    gezien: set[tuple[int, int]] = set()
    for geplaatst in zaak.context.verwijzingen:
        opgelost = geplaatst.opgelost
        plek = (geplaatst.alinea, geplaatst.start)
        if geplaatst.plaats.deel in _REGELTEKST and opgelost.verwijzing.stijl_afwijking and plek not in gezien:
            gezien.add(plek)  # two laws may share one citation
            yield _citeer(zaak, geplaatst, f'Schrijf: "{opgelost.doel}".' if opgelost.doel else "Schrijf de verwijzing voluit.")


def _loos(zaak: Zaak) -> Iterator[Plaats]:
    for geplaatst in zaak.context.verwijzingen:
        if geplaatst.opgelost.loos and geplaatst.opgelost.verwijzing.soort == "intern":
            yield _citeer(zaak, geplaatst, f"In deze tekst bestaat niet: {', '.join(geplaatst.opgelost.loos)}.")


def naar_wetten(check: Check, zaak: Zaak, dag: date) -> Bevinding:  # noqa: ARG001 - the shape of every onderzoek
    """References to laws of which the dated index knows that the place does not exist on ``dag``.

    The aanhef is judged on the days of vaststelling and first inwerkingtreding, since it is not amended later.
    """
    plaatsen: dict[Uitkomst, list[Plaats]] = {Uitkomst.STRIJDIG: [], Uitkomst.TWIJFEL: []}
    for geplaatst in zaak.context.verwijzingen:
        verwijzing = geplaatst.opgelost.verwijzing
        if verwijzing.soort != "extern" or verwijzing.bwb is None or verwijzing.beschadigd or geplaatst.plaats.deel not in _REGELTEKST:
            continue
        for doel in verwijzing.doelen:
            in_aanhef = geplaatst.plaats.deel is Deel.AANHEF
            oordeel = _in_aanhef(doel, verwijzing, zaak) if in_aanhef else _in_regel(doel, verwijzing, dag)
            if oordeel is not None and (in_aanhef or not _over_vroeger(zaak, geplaatst)):
                plaatsen[oordeel[0]].append(_citeer(zaak, geplaatst, oordeel[1]))
    for uitkomst in (Uitkomst.STRIJDIG, Uitkomst.TWIJFEL):
        if plaatsen[uitkomst]:
            return Bevinding(
                uitkomst, "Een verwijzing naar de wet klopt niet met de wet van die dag.", tuple(dict.fromkeys(plaatsen[uitkomst]))
            )
    return Bevinding(Uitkomst.VOLDOET, "Gezocht naar verwijzingen naar wetsartikelen die niet bestaan; geen strijd gevonden.")


def _over_vroeger(zaak: Zaak, geplaatst: GeplaatsteVerwijzing) -> bool:
    """Whether the sentence around the reference is about the law of an earlier day."""
    tekst = zaak.context.laag.regeling.blokken[geplaatst.alinea].tekst
    begin = max(tekst.rfind(". ", 0, geplaatst.start), tekst.rfind("; ", 0, geplaatst.start)) + 1
    eind = tekst.find(". ", geplaatst.eind)
    return _VROEGER.search(tekst, begin, eind if eind >= 0 else len(tekst)) is not None


def _in_regel(doel: Doel, verwijzing: Verwijzing, dag: date) -> tuple[Uitkomst, str] | None:
    status = _status(doel, verwijzing, dag)
    return (Uitkomst.STRIJDIG, f"{_noem(doel, verwijzing)} {_WAT[status]} op {dutch_date(dag)}.") if status in _WAT else None


def _in_aanhef(doel: Doel, verwijzing: Verwijzing, zaak: Zaak) -> tuple[Uitkomst, str] | None:
    if (verwijzing.bwb, doel.artikel) in _GRONDSLAG:
        return None
    vaststelling, inwerking = zaak.aanhefdata
    statussen = {dag: _status(doel, verwijzing, dag) for dag in (vaststelling, inwerking) if dag is not None}
    mis = {dag: status for dag, status in statussen.items() if status in _WAT}
    laatste = inwerking or vaststelling
    if laatste is None or laatste not in mis:
        return None
    bericht = f"{_noem(doel, verwijzing)} {_WAT[mis[laatste]]} op {dutch_date(laatste)}."
    if len(mis) == len(statussen):
        return Uitkomst.STRIJDIG, bericht
    goed = next(dag for dag in statussen if dag not in mis)
    if statussen[goed] == "onbekend":
        return None
    return Uitkomst.TWIJFEL, f"{bericht} Op {dutch_date(goed)} klopte de verwijzing nog."


_WAT: dict[Status, str] = {
    "dood": "bestaat niet",
    "vervallen": "was vervallen",
    "nog_niet_geldig": "gold nog niet",
}


def _status(doel: Doel, verwijzing: Verwijzing, dag: date) -> Status:
    return "onbekend" if doel.tussen else lees_index().status(verwijzing.bwb, doel.artikel, doel.lid, doel.onderdeel, dag)


def _noem(doel: Doel, verwijzing: Verwijzing) -> str:
    tekst = normaal((doel,), verwijzing.wet)
    return tekst[:1].upper() + tekst[1:]
