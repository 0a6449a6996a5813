"""What a proposal asks of the raad, held against the decision that stands in the same document (RV-01)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from verordening_tool.checking.context import Context
from verordening_tool.checking.onderzoek.citeren import citeer
from verordening_tool.checking.onderzoek.puntenlijst import Handeling, Lijst, dictum, lijst, voorstel, zelfde_titel
from verordening_tool.checking.oordeel import Plaats, Uitkomst
from verordening_tool.checking.zaak import Bevinding, NietTeBeoordelen, Zaak
from verordening_tool.document.dates import dutch_date
from verordening_tool.document.regeling import VERORDENINGEN, Regeling, Soort
from verordening_tool.norms.schema import Check
from verordening_tool.structure.data import zoek_inwerkingtreding

_EEN_PUNT = 2  # alineas of a decision that only says "besluit vast te stellen de …"
NIET_GELEZEN = "De beslispunten van het voorstel zijn niet herkend."
_SAMEN = "Het stuk dat hierbij hoort, staat niet in dit bestand; toets de stukken samen met --dossier."
_NIETS = "In het dossier is geen besluit of verordening gevonden om dit mee te vergelijken."


def beslispunten(check: Check, zaak: Zaak, dag: date) -> Bevinding | NietTeBeoordelen:  # noqa: ARG001 - the shape of every onderzoek
    """Whether the points of the proposal, the decision and the annexed verordening say the same."""
    if zaak.dossier is None:
        return _in_dit_bestand(zaak.context, _SAMEN)
    from verordening_tool.checking.onderzoek.dossier import besluit as in_dossier  # compares documents: needed only here

    stuk = zaak.dossier.stuk_van(zaak.context.laag.regeling)
    bevinding = in_dossier.beslispunten(stuk, zaak.dossier)
    return bevinding or _in_dit_bestand(zaak.context, zaak.dossier.niet_vergeleken(stuk) or _NIETS)


def _in_dit_bestand(context: Context, zonder: str) -> Bevinding | NietTeBeoordelen:
    """The verdict from this document alone; ``zonder``: what to say when the other one is not in it."""
    regeling = context.laag.regeling
    besluit = lijst(dictum(context))
    if regeling.soort in VERORDENINGEN and (besluit is None or len(regeling.aanhef.besluit) <= _EEN_PUNT):
        return Bevinding(Uitkomst.NVT, "Boven de verordening staat geen besluit met meer punten.")
    if regeling.soort is not Soort.RAADSVOORSTEL:
        if besluit is None or not regeling.artikelen:
            return NietTeBeoordelen(zonder)
        return _uitslag(regeling, besluit, [*_met_bijlage(regeling, besluit)])
    if besluit is None:
        return NietTeBeoordelen(zonder if voorstel(context) else NIET_GELEZEN)
    gevraagd = voorstel(context)
    if gevraagd is None:
        return NietTeBeoordelen(NIET_GELEZEN)
    verschillen = [*_vergelijk(regeling, gevraagd, besluit), *(_met_bijlage(regeling, besluit) if regeling.artikelen else ())]
    return _uitslag(regeling, gevraagd, verschillen)


def _uitslag(regeling: Regeling, gelezen: Lijst, verschillen: Sequence[Plaats]) -> Bevinding | NietTeBeoordelen:
    if not verschillen and not gelezen.volledig:
        return NietTeBeoordelen(NIET_GELEZEN)
    if not verschillen:
        bericht = "De beslispunten zijn gelijk aan het besluit."
        return Bevinding(Uitkomst.VOLDOET, bericht, (citeer(regeling, gelezen.eerste.nr),))
    return Bevinding(Uitkomst.STRIJDIG, "Voorstel, besluit en verordening zeggen niet hetzelfde.", tuple(dict.fromkeys(verschillen)))


def _vergelijk(regeling: Regeling, gevraagd: Lijst, besluit: Lijst) -> Iterator[Plaats]:
    """Where the proposal and the decision differ, as places in the decision (or in the proposal, for what the decision lacks)."""
    for handeling in Handeling:
        in_voorstel, besloten = gevraagd.titels[handeling], besluit.titels[handeling]
        for titel, alinea in besloten:
            if in_voorstel and not any(zelfde_titel(ander, titel) for ander, _ in in_voorstel):
                yield citeer(regeling, alinea.nr, f"De beslispunten noemen “{in_voorstel[0][0]}”, het besluit “{titel}”.")
        if in_voorstel and not besloten:
            yield citeer(regeling, in_voorstel[0][1].nr, f"Het besluit zegt niets over dit beslispunt ({handeling.value}).")
        if besloten and not in_voorstel and gevraagd.volledig:
            yield citeer(regeling, besloten[0][1].nr, f"De beslispunten zeggen niets over dit deel van het besluit ({handeling.value}).")
    for tekst, alinea in gevraagd.alleen_hier(besluit):
        yield citeer(regeling, alinea.nr, f"Het besluit heeft dit beslispunt niet: “{tekst}”.")
    for tekst, alinea in besluit.alleen_hier(gevraagd) if gevraagd.volledig else ():
        yield citeer(regeling, alinea.nr, f"De beslispunten hebben dit deel van het besluit niet: “{tekst}”.")
    if gevraagd.intrekdag and besluit.intrekdag and gevraagd.intrekdag[0] != besluit.intrekdag[0]:
        dagen = [dutch_date(een.intrekdag[0]) for een in (gevraagd, besluit) if een.intrekdag]
        yield citeer(
            regeling, besluit.intrekdag[1].nr, f"De beslispunten noemen {dagen[0]} als dag van intrekking, het besluit {dagen[1]}."
        )
    if gevraagd.dag and besluit.dag and gevraagd.dag[0] != besluit.dag[0]:
        dagen = [dutch_date(een.dag[0]) for een in (gevraagd, besluit) if een.dag]
        bericht = f"De beslispunten noemen {dagen[0]} als dag van inwerkingtreding, het besluit {dagen[1]}."
        yield citeer(regeling, besluit.dag[1].nr, bericht)


def _met_bijlage(regeling: Regeling, besluit: Lijst) -> Iterator[Plaats]:
    """Where the decision differs from the verordening that stands below it."""
    titel = regeling.citeertitel
    vast = besluit.titels[Handeling.VASTSTELLEN]
    if titel and vast and not any(zelfde_titel(ander, titel) for ander, _ in vast):
        yield citeer(regeling, vast[0][1].nr, f"De verordening hieronder heet “{titel}”.")
    eigen = zoek_inwerkingtreding(regeling.artikelen)
    if besluit.dag and eigen and eigen.datum and eigen.datum != besluit.dag[0]:
        yield citeer(regeling, besluit.dag[1].nr, f"De verordening hieronder treedt in werking op {dutch_date(eigen.datum)}.")
