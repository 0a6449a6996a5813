"""The report of toets in the Word file itself: a comment in the margin per finding, on the words that it is about.

The first comment sums up. A finding about something absent stands at what comes nearest, else at the heading of the article
or chapter on its subject, else at the title. Nothing else in the file changes; a second run replaces the comments.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from verordening_tool.checking.oordeel import Oordeel, Plaats, Toetsresultaat, Uitkomst
from verordening_tool.document.blok import EIGEN_AUTEUR, Blok, Deel
from verordening_tool.document.dates import dutch_date
from verordening_tool.document.regeling import Regeling
from verordening_tool.fouten import Gebruiksfout
from verordening_tool.ooxml.anchors import TextRange, text_range
from verordening_tool.ooxml.comments import Comment, with_comments, without_comments
from verordening_tool.readers import lees_bytes, lees_inhoud
from verordening_tool.readers.formaat import Formaat, sniff
from verordening_tool.reports.antwoord import antwoord, geldigheid, peildatum_voluit, per_reden, waarschuwing
from verordening_tool.reports.formaten import Bestand
from verordening_tool.reports.opmaak import ingekort
from verordening_tool.reports.rapport import ALARM, Rapport, waarom_niet
from verordening_tool.reports.wijzigingen import gevolgen, zonder_gevolgen
from verordening_tool.reports.woorden import aanvaarding_voluit, hoofdletter, norm_voluit, oordeel_voluit, opsomming, plaats_voluit
from verordening_tool.structure import ontleed

INITIALEN = "VT"
TOEVOEGING = ".toets"  # between name and extension of the file with comments
LANGSTE_REGEL = 400  # characters of one line of a comment
_ZONDER_OPMERKINGEN = frozenset({Deel.KOPTEKST, Deel.VOETTEKST})  # Word has no comments there
_EIGEN_ONDERWERP = "re-integratie"  # what the whole document is about says nothing on which article

Alinea = tuple[tuple[str, bool], ...]


def maak(rapport: Rapport) -> tuple[Bestand, ...]:
    """Each Word file that was judged, with its comments. Raises Gebruiksfout for a file that is not from Word."""
    paden = list(dict.fromkeys(resultaat.bestand for resultaat in rapport.resultaten))
    per_pad = {pad: [r for r in rapport.resultaten if r.bestand == pad and waarom_niet(r) is None] for pad in paden}
    namen = iter(_namen([Path(pad) for pad in paden]))
    gemaakt = [(next(namen), Path(pad), resultaten) for pad, resultaten in per_pad.items()]
    return tuple(
        Bestand(naam if len(paden) > 1 else None, met_opmerkingen(lees_inhoud(pad), pad.name, resultaten, rapport), pad.suffix.lower())
        for naam, pad, resultaten in gemaakt
        if resultaten
    )


def met_opmerkingen(inhoud: bytes, naam: str, resultaten: Sequence[Toetsresultaat], rapport: Rapport) -> bytes:
    """The Word file ``inhoud``, called ``naam``, with the comments on these results (one per peildatum) and no older ones of ours."""
    if sniff(inhoud, naam) is not Formaat.DOCX:
        raise Gebruiksfout(
            f"{naam} is geen Word-bestand (.docx). Opmerkingen kunnen alleen daarin.", "Kies een ander formaat: -f html of -f tekst."
        )
    schoon = without_comments(inhoud, EIGEN_AUTEUR)
    stuk = _Stuk(ontleed(lees_bytes(schoon, naam, resultaten[0].weergave)))
    opmerkingen = [_samenvatting(stuk, resultaten, rapport)]
    for bevinding in _bevindingen(resultaten):
        opmerkingen.extend(_opmerkingen(stuk, bevinding, rapport))
    return with_comments(schoon, [comment for comment in opmerkingen if comment is not None], EIGEN_AUTEUR, INITIALEN)


def _namen(paden: Sequence[Path]) -> Iterator[str]:
    """A name for each result, all different; the name of an earlier result is kept."""
    gebruikt: Counter[str] = Counter()
    for pad in paden:
        stam = pad.stem.removesuffix(TOEVOEGING)
        gebruikt[f"{stam}{pad.suffix}".lower()] += 1
        nummer = gebruikt[f"{stam}{pad.suffix}".lower()]
        yield f"{stam}{f'-{nummer}' if nummer > 1 else ''}{TOEVOEGING}{pad.suffix}"


# --- what is said ---------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Bevinding:
    """A verdict to comment on. ``dagen``: the peildata it holds on, when it does not hold on all."""

    oordeel: Oordeel
    resultaat: Toetsresultaat
    dagen: tuple[date, ...] = ()


def _bevindingen(resultaten: Sequence[Toetsresultaat]) -> list[_Bevinding]:
    """Alarms and doubts of all peildata, each once."""
    groepen: dict[tuple[object, ...], list[_Bevinding]] = {}
    for resultaat in resultaten:
        for oordeel in resultaat.oordelen:
            if oordeel.oordeel in ALARM or oordeel.oordeel is Uitkomst.TWIJFEL:
                sleutel = (oordeel.code, oordeel.oordeel, oordeel.bericht, oordeel.plaatsen)
                groepen.setdefault(sleutel, []).append(_Bevinding(oordeel, resultaat))
    return [_Bevinding(groep[0].oordeel, groep[0].resultaat, _dagen(groep, resultaten)) for groep in groepen.values()]


def _dagen(groep: Sequence[_Bevinding], resultaten: Sequence[Toetsresultaat]) -> tuple[date, ...]:
    if len(groep) == len(resultaten):
        return ()
    return tuple(dag for bevinding in groep if (dag := bevinding.resultaat.peildatum.datum))


def _regel(tekst: str, *, vet: bool = False) -> Alinea:
    return ((ingekort(tekst, LANGSTE_REGEL), vet),)


def _tekst(bevinding: _Bevinding, rapport: Rapport) -> tuple[Alinea, ...]:
    """The full comment: code and verdict, what is wrong, what to do, the norm."""
    oordeel = bevinding.oordeel
    kop = [oordeel.code, oordeel_voluit(oordeel), oordeel.gewicht.value]
    if oordeel.aanvaard:
        kop.append("aanvaard")
    if bevinding.dagen:
        kop.append(f"naar de wet op {opsomming([dutch_date(dag) for dag in bevinding.dagen])}")
    plaats = oordeel.plaatsen[0] if oordeel.plaatsen else oordeel.dichtstbij
    toelichting = [plaats.bericht] if plaats and plaats.bericht and plaats.bericht not in oordeel.bericht else []
    if oordeel.oordeel is Uitkomst.TWIJFEL and oordeel.aanvaard is None:
        toelichting.append("Laat hier een mens naar kijken; dit telt niet mee.")
    bron = norm_voluit(oordeel.norm) + geldigheid(rapport, oordeel.code)
    regels = [
        _regel(" · ".join(kop), vet=True),
        _regel(" ".join([oordeel.bericht, *toelichting])),
        *([_regel(aanvaarding_voluit(oordeel.aanvaard))] if oordeel.aanvaard else []),
        *([_regel(f"Doen: {oordeel.advies}")] if oordeel.advies and oordeel.aanvaard is None else []),
        ((f"Bron: {bron}{f': {oordeel.norm.url}' if oordeel.norm.url else ''}", False),),
    ]
    return tuple(regels)


def _verwijzing(oordeel: Oordeel, plaats: Plaats, eerste: Plaats) -> tuple[Alinea, ...]:
    """The short comment at a further place."""
    kop = f"{oordeel.code} · {oordeel_voluit(oordeel)} · ook hier"
    bericht = [_regel(plaats.bericht)] if plaats.bericht and plaats.bericht != eerste.bericht else []
    return (_regel(kop, vet=True), *bericht, _regel(f"Zie de opmerking bij {plaats_voluit(eerste)}."))


def _samenvatting(stuk: _Stuk, resultaten: Sequence[Toetsresultaat], rapport: Rapport) -> Comment | None:
    """The first comment: the answer, by the law of which day, what was not judged, how far the norms go."""
    bereik = stuk.opschrift()
    if bereik is None:
        return None
    eerste = resultaten[0]
    if len(resultaten) == 1:
        regels = [_regel(antwoord(eerste), vet=True), _regel(f"{hoofdletter(peildatum_voluit(eerste.peildatum))}.")]
    else:
        per_dag = [f"{hoofdletter(peildatum_voluit(resultaat.peildatum))}: {antwoord(resultaat)}" for resultaat in resultaten]
        regels = [_regel(f"Beoordeeld naar de wet op {len(resultaten)} dagen", vet=True), ((" ".join(per_dag), False),)]
    open_ = per_reden([geval for resultaat in resultaten[:1] for geval in resultaat.niet_beoordeeld])
    if open_:
        groepen = [f"{', '.join(codes)} ({reden.rstrip('.')})" for codes, reden in open_]
        regels.append(_regel(f"Niet beoordeeld: {'; '.join(groepen)}."))
    if eerste.oorspronkelijk is not None:
        veranderd = "; ".join(verandering.zin for verandering in gevolgen(eerste))
        regels.append(_regel(f"Wat de wijzigingen doen: {veranderd}." if veranderd else zonder_gevolgen(eerste)))
    bekend = f"De normen zijn bijgewerkt tot en met {dutch_date(rapport.bijgewerkt_tot)}."
    regels.append(_regel(next((tekst for r in resultaten if (tekst := waarschuwing(r, rapport.bijgewerkt_tot))), bekend)))
    return Comment(bereik, tuple(regels))


# --- where it is said -----------------------------------------------------------------------------------------------


def _opmerkingen(stuk: _Stuk, bevinding: _Bevinding, rapport: Rapport) -> Iterator[Comment]:
    """The full comment at the first place of a finding, a short one at each further place."""
    oordeel = bevinding.oordeel
    gevonden: dict[TextRange, Plaats] = {}
    for plaats in (*oordeel.plaatsen, *(plaats for deel in oordeel.deeloordelen if deel.oordeel in ALARM for plaats in deel.plaatsen)):
        bereik = stuk.bereik(plaats)
        if bereik is not None:
            gevonden.setdefault(bereik, plaats)
    if not gevonden:
        bereik = (stuk.bereik(oordeel.dichtstbij) if oordeel.dichtstbij else None) or stuk.kop_over(oordeel, bevinding.resultaat)
        if bereik is not None:
            yield Comment(bereik, _tekst(bevinding, rapport))
        return
    eerste = next(iter(gevonden.values()))
    for bereik, plaats in gevonden.items():
        yield Comment(bereik, _tekst(bevinding, rapport) if plaats is eerste else _verwijzing(oordeel, plaats, eerste))


class _Stuk:
    """The document to comment on: finds the range of a quote, a heading, the title."""

    def __init__(self, regeling: Regeling) -> None:
        self._regeling = regeling

    def bereik(self, plaats: Plaats) -> TextRange | None:
        """The quoted words; the whole paragraph when they do not stand there literally."""
        if plaats.alinea is None or not 0 <= plaats.alinea < len(self._regeling.blokken):
            return None
        blok = self._regeling.blokken[plaats.alinea]
        start = len(plaats.voor) if blok.tekst.startswith(plaats.voor + plaats.citaat) else blok.tekst.find(plaats.citaat)
        return _bereik(blok) if start < 0 else _bereik(blok, start, start + len(plaats.citaat))

    def opschrift(self) -> TextRange | None:
        """The title, else the first paragraph that can have a comment."""
        blokken = self._regeling.blokken
        titels = (blok for blok in blokken if blok.deel is Deel.OPSCHRIFT)
        return next((bereik for blok in (*titels, *blokken) if (bereik := _bereik(blok))), None)

    def kop_over(self, oordeel: Oordeel, resultaat: Toetsresultaat) -> TextRange | None:
        """The heading of the article or chapter that a norm is about, else the title."""
        pakket, _, onderdeel = oordeel.naam.partition(".")
        if pakket == "grondslag":
            kandidaten = [alinea.nr for alinea in (*self._regeling.aanhef.gelet_op, *self._regeling.aanhef.alineas)]
        else:
            woorden = pakket.split("-") if pakket != _EIGEN_ONDERWERP else [max(onderdeel.split("-"), key=len)]
            kandidaten = [*self._koppen(woorden), *self._meest_genoemd(oordeel.code, resultaat)]
        bereiken = (_bereik(self._regeling.blokken[nr]) for nr in kandidaten)
        return next((bereik for bereik in bereiken if bereik), None) or self.opschrift()

    def _koppen(self, woorden: Sequence[str]) -> Iterator[int]:
        """Alinea of each heading with all these words, articles before chapters."""
        koppen = [(artikel.opschrift, artikel.kop) for artikel in self._regeling.artikelen]
        koppen += [(hoofdstuk.opschrift, hoofdstuk.kop) for hoofdstuk in self._regeling.hoofdstukken]
        for opschrift, kop in koppen:
            in_kop = re.findall(r"\w+", (opschrift or "").lower())
            if kop and all(any(woord in ander for ander in in_kop) for woord in woorden):
                yield kop.nr

    def _meest_genoemd(self, code: str, resultaat: Toetsresultaat) -> Iterator[int]:
        """Heading of the article that other verdicts of the same pack point to most."""
        pakket = code.partition("-")[0]
        oordelen = (oordeel for oordeel in resultaat.oordelen if oordeel.code.startswith(f"{pakket}-"))
        artikelen = Counter(plaats.artikel for oordeel in oordelen for plaats in oordeel.plaatsen if plaats.artikel)
        for nummer, _ in artikelen.most_common(1):
            artikel = self._regeling.artikel(nummer)
            if artikel and artikel.kop:
                yield artikel.kop.nr


def _bereik(blok: Blok, start: int = 0, eind: int | None = None) -> TextRange | None:
    return None if blok.deel in _ZONDER_OPMERKINGEN or blok.verborgen else text_range(blok, start, eind)
