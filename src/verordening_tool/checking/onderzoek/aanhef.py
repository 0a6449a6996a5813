"""The opening of a regulation, and the title by which it is cited."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from verordening_tool.checking.oordeel import Plaats, Uitkomst
from verordening_tool.checking.plaatsen import hele_alinea
from verordening_tool.checking.zaak import Bevinding, Zaak, uit_plaatsen
from verordening_tool.document.blok import Deel
from verordening_tool.document.regeling import VERORDENINGEN, Alinea, Regeling, Soort, Stadium
from verordening_tool.language.folding import fold
from verordening_tool.norms.schema import Check

_CONSIDERANS = re.compile(r"\boverwegend", re.IGNORECASE)
_JAAR = re.compile(r"\b(20\d\d)\b")
_WOORD = re.compile(r"[a-z0-9]+")
# A title that says what it does ("Verordening van de raad … houdende regels over …") may have a short name besides.
_OMSCHRIJVEND = re.compile(
    r"\b(?:houdende|op\s+de\s+heffing|tot\s+vaststelling|ter\s+vaststelling|tot\s+wijziging|regels?\s+(?:omtrent|over|inzake|betreffende))\b",
    re.IGNORECASE,
)
_LIDWOORDEN = frozenset({"de", "het", "een"})
_VOORVOEGSEL = re.compile(r"^(?:raadsbesluit|collegebesluit|besluit|concept|ontwerp|bijlage\s*\d*)\b[\s:–—-]*", re.IGNORECASE)
_ELEMENTEN = (("gelezen", "gelezen het voorstel"), ("gelet_op", "gelet op"), ("gezien", "gezien het advies"), ("besluit", "besluit"))


def aanhef_en_titel(check: Check, zaak: Zaak, dag: date) -> Bevinding:  # noqa: ARG001 - the shape of every onderzoek
    """Whether the aanhef is complete and in order, without considerans, and whether citeertitel and opschrift agree."""
    regeling = zaak.context.laag.regeling
    aanhef = regeling.aanhef
    if not aanhef.alineas:
        return Bevinding(Uitkomst.NIET_AANGETROFFEN, "Er is geen aanhef aangetroffen.")
    citeer = _citeerbepaling(zaak)
    strijdig = [*_considerans(regeling), *_ontbreekt(regeling), *_volgorde(regeling), *_titel(regeling, citeer)]
    if strijdig:
        return uit_plaatsen(Uitkomst.STRIJDIG, strijdig)
    if twijfel := tuple(_twijfel(regeling, citeer, zaak.aanhefdata)):
        return uit_plaatsen(Uitkomst.TWIJFEL, twijfel)
    plaats = hele_alinea((aanhef.besluit or aanhef.alineas)[0], Deel.AANHEF)
    return Bevinding(Uitkomst.VOLDOET, "De aanhef is volledig en staat in de gebruikelijke volgorde; de citeertitel klopt.", (plaats,))


def _considerans(regeling: Regeling) -> Iterator[Plaats]:
    """The first line of a considerans: one is told once."""
    for alinea in regeling.aanhef.overwegende:
        if _CONSIDERANS.search(alinea.tekst):
            yield hele_alinea(alinea, Deel.AANHEF, "Een overweging hoort in de toelichting, niet in de aanhef.")
            return


def _ontbreekt(regeling: Regeling) -> Iterator[Plaats]:
    """What every aanhef has: the power, and the words that decide."""
    aanhef = regeling.aanhef
    for soort, naam in (("gelet_op", "gelet op"), ("besluit", "besluit")):
        if not getattr(aanhef, soort):
            yield hele_alinea(aanhef.alineas[0], Deel.AANHEF, f'In de aanhef ontbreekt "{naam}".')


def _volgorde(regeling: Regeling) -> Iterator[Plaats]:
    """The first element that stands before one that should come first."""
    eerste: dict[str, Alinea] = {}
    for soort, _ in _ELEMENTEN:
        if rij := getattr(regeling.aanhef, soort):
            eerste[soort] = rij[0]
    vorige: tuple[int, str] | None = None
    for soort, naam in _ELEMENTEN:
        if soort not in eerste or (soort == "gezien" and not _is_advies(eerste[soort].tekst)):
            continue
        if vorige is not None and eerste[soort].nr < vorige[0]:
            bericht = f'In de aanhef hoort "{naam}" na "{vorige[1]}".'
            yield hele_alinea(eerste[soort], Deel.AANHEF, bericht)
            return
        vorige = (eerste[soort].nr, naam)


def _is_advies(tekst: str) -> bool:
    """Whether the line is that of the advice; "gehoord de commissie" and "gezien het voorstel" have no fixed place."""
    return "gezien" in tekst.lower() and not _noemt_voorstel(tekst)


def _noemt_voorstel(tekst: str) -> bool:
    """Some write "gezien het voorstel" for "gelezen het voorstel"."""
    return "voorstel" in tekst.lower()


def _titel(regeling: Regeling, citeer: Plaats | None) -> Iterator[Plaats]:
    """The citeertitel when it is another than the title above the regulation."""
    if citeer is None or regeling.citeertitel is None or regeling.opschrift is None:
        return
    citeertitel, opschrift = _kern(regeling.citeertitel), _kern(regeling.opschrift)
    haakjes = [_kern(binnen) for binnen in re.findall(r"\(([^()]*)\)", regeling.opschrift)]
    if citeertitel == opschrift or citeertitel in haakjes or _OMSCHRIJVEND.search(regeling.opschrift):
        return
    if citeertitel == _kern(re.sub(r"\([^()]*\)", " ", regeling.opschrift)) or _staat_elders_boven(citeertitel, opschrift, regeling):
        return
    yield replace(citeer, bericht=f'De citeertitel is anders dan het opschrift "{regeling.opschrift}".')


def _citeerbepaling(zaak: Zaak) -> Plaats | None:
    """The clause that gives the citeertitel; of a wijzigingsverordening none, since it may be that of the text that is changed."""
    context = zaak.context
    if context.laag.regeling.soort is Soort.WIJZIGINGSVERORDENING:
        return None
    for passage in reversed(context.laag.passages_met("citeerbepaling")):
        if passage.deel is Deel.LICHAAM and passage.artikel_nr >= 0 and not passage.is_kop:
            plek = context.laag.spans(passage, "citeerbepaling", ontkend=None)[0].start
            stuk = next(stuk for stuk in reversed(passage.stukken) if stuk.start <= plek)
            return hele_alinea(stuk.alinea, Deel.LICHAAM, artikel=passage.artikel, lid=passage.lid, onderdeel=stuk.onderdeel)
    return None


def _twijfel(regeling: Regeling, citeer: Plaats | None, data: tuple[date | None, date | None]) -> Iterator[Plaats]:
    aanhef = regeling.aanhef
    van_raad = regeling.soort in VERORDENINGEN
    if van_raad and not (aanhef.gelezen or any(_noemt_voorstel(alinea.tekst) for alinea in aanhef.alineas)):
        yield hele_alinea(aanhef.alineas[0], Deel.AANHEF, 'In de aanhef ontbreekt "gelezen het voorstel".')
    if regeling.soort is Soort.VERORDENING and len(regeling.artikelen) > 1 and citeer is None:
        yield hele_alinea(aanhef.alineas[-1], Deel.AANHEF, "Er is geen bepaling met een citeertitel aangetroffen.")
    if (plaats := _jaar(regeling, citeer, data)) is not None:
        yield plaats


def _jaar(regeling: Regeling, citeer: Plaats | None, data: tuple[date | None, date | None]) -> Plaats | None:
    """The citeertitel with a year in which the regulation was neither set nor in force; of a published text the days may be later ones."""
    jaren = {dag.year for dag in (*data, regeling.data.terugwerkend_tot) if dag is not None}
    genoemd = {int(jaar) for jaar in _JAAR.findall(regeling.citeertitel or "")}
    if citeer is None or not genoemd or None in data or regeling.stadium is Stadium.BEKENDGEMAAKT:
        return None
    if any(min(jaren) <= jaar <= max(jaren) + 1 for jaar in genoemd):  # a rule for next year is set before it begins
        return None
    return replace(citeer, bericht="Het jaar in de citeertitel is niet het jaar van vaststelling of inwerkingtreding.")


def _staat_elders_boven(citeertitel: tuple[str, ...], opschrift: tuple[str, ...], regeling: Regeling) -> bool:
    """Whether what was taken for the title is something else ("Gemeenteblad 12"), and the title stands on another line above."""
    if 2 * len(set(citeertitel) & set(opschrift)) >= len(set(citeertitel)):
        return False
    return any(_kern(blok.tekst) == citeertitel for blok in regeling.blokken if blok.deel in {Deel.OPSCHRIFT, Deel.AANHEF, Deel.METADATA})


def _kern(titel: str) -> tuple[str, ...]:
    """The words of a title that count."""
    gevouwen = fold(_VOORVOEGSEL.sub("", titel)).replace("-", "")
    return tuple(woord for woord in _WOORD.findall(gevouwen) if woord not in _LIDWOORDEN)
