"""Whether the notes per article are those on the articles of the verordening (PK-06)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from verordening_tool.checking.dossier import Dossier, Stuk
from verordening_tool.checking.onderzoek.dossier.verschil import bevinding, plek
from verordening_tool.checking.oordeel import Plaats
from verordening_tool.checking.zaak import Bevinding
from verordening_tool.document.blok import Blok, Deel
from verordening_tool.document.regeling import Alinea, Artikel, Soort
from verordening_tool.language.folding import fold
from verordening_tool.references.grammar import vind_verwijzingen

_KOP = re.compile(r"\s*artikel(?:en)?\s+[\w.:]+(?:\s*(?:,|en|t/m|tot\s+en\s+met|-|–)\s*[\w.:]*\d[\w.:]*)*\s*[.:)–-]?\s*", re.IGNORECASE)
_ZONDER = re.compile(
    r"\b(?:overige|andere|niet genoemde)\s+(?:artikelen|bepalingen)\b|\bspre(?:ekt|ken)\s+voor\s+zich\b"
    r"|\b(?:behoe(?:ft|ven)|vraagt|vragen|heeft|hebben)\s+geen\s+(?:nadere\s+|verdere\s+)?(?:toelichting|uitleg)\b"
    r"|\bniet\s+(?:nader\s+|apart\s+)?(?:toegelicht|besproken)\b|\b(?:alleen|enkel|slechts)\s+(?:de\s+)?artikelen\b",
    re.IGNORECASE,
)
_ZIN = re.compile(r"\b(?:is|was|waren|wordt|werd|heeft|had|regelt|regelde|gaat|ging)\b.*\.\s*$")  # "Artikel 13 Wsw was de voorloper."
_KOPREGEL = 100  # characters; a longer line is text
_SLOT = re.compile(r"citeertitel|^slot|inwerkingtreding|slotbepaling|intrekking|overgang|begrip|definitie|hardheid", re.IGNORECASE)
# Subjects with the words that name them; headings with two of these are on two things.
_ONDERWERPEN = tuple(
    re.compile(woorden)
    for woorden in (
        "beschut werk|beschutte",
        "evaluatie|evalue",
        "hardheidsclausule|onbillijk",
        "intrekking|ingetrokken|overgangsrecht",
        "jobcoach|persoonlijke ondersteuning|begeleiding",
        "loonkostensubsidie",
        "no-?risk",
        "participatieplaats|premie",
        "proefplaats",
        "scholing|opleiding",
        "sociale activering|werkstage",
        "vervoer|reiskosten",
    )
)


@dataclass(frozen=True, slots=True)
class _Noot:
    """The heading of notes, and the articles that it says they are on."""

    kop: Alinea
    artikelen: tuple[str, ...]
    onderwerp: str


def vergelijk(stuk: Stuk, verordening: Stuk, dossier: Dossier) -> Bevinding:  # noqa: ARG001 - the shape of every comparison
    """Notes on articles that are not there or are on something else, and articles without notes."""
    noten = list(_noten(stuk))
    if not noten:
        return bevinding((), (), "", "", "Gezocht naar uitleg per artikel; deze toelichting heeft alleen een algemeen deel.")
    strijdig = [plaats for noot in noten for plaats in _verschillen(noot, verordening)]
    uitgelegd = {nummer for noot in noten for nummer in noot.artikelen} | set(_genoemd_in_koppen(stuk))
    twijfel: list[Plaats] = []
    zonder = [
        artikel
        for artikel in verordening.regeling.artikelen
        if artikel.nummer.lower() not in uitgelegd and not _SLOT.search(artikel.opschrift or "")
    ]
    alles_gezegd = any(_ZONDER.search(alinea.tekst) for alinea in stuk.regeling.toelichting.alineas)
    if zonder and not strijdig and not alles_gezegd and verordening.regeling.soort is Soort.VERORDENING:
        nummers = ", ".join(artikel.nummer for artikel in zonder)
        laatste = noten[-1].kop
        twijfel.append(
            Plaats(Deel.TOELICHTING, laatste.tekst, alinea=laatste.nr, bericht=f"Geen uitleg bij artikel {nummers} van {verordening.naam}.")
        )
    return bevinding(
        strijdig,
        twijfel,
        f"De toelichting per artikel past niet bij de artikelen van {verordening.naam}.",
        f"Niet bij elk artikel van {verordening.naam} staat uitleg.",
        f"De toelichting per artikel past bij {verordening.naam}: {len(uitgelegd)} artikelen, geen verschil gevonden.",
    )


def _noten(stuk: Stuk) -> Iterator[_Noot]:
    blokken: dict[int, Blok] = {blok.alinea: blok for blok in stuk.regeling.blokken}
    for nummer, alineas in stuk.regeling.toelichting.artikelsgewijs:
        blok = blokken[alineas[0].nr]
        regel = f"{blok.nummer} {blok.tekst}" if blok.nummer else blok.tekst
        genoemd = {doel.artikel.lower() for een in vind_verwijzingen(regel) if een.start < 3 for doel in een.doelen if doel.artikel}
        kop = _KOP.match(regel)
        onderwerp = regel[kop.end() :] if kop else regel
        yield _Noot(alineas[0], tuple(sorted(genoemd | {nummer.lower()})), onderwerp if len(onderwerp) < 120 else "")


def _genoemd_in_koppen(stuk: Stuk) -> Iterator[str]:
    """The articles in lines that head notes on a lid or on several articles ("Artikelen 4 en 5", "Artikel 2, eerste lid")."""
    for alinea in stuk.regeling.toelichting.alineas:
        if len(alinea.tekst) < _KOPREGEL and _KOP.match(alinea.tekst):
            genoemd = (een for een in vind_verwijzingen(alinea.tekst) if een.start < 3 and een.bwb is None)
            yield from (doel.artikel.lower() for een in genoemd for doel in een.doelen if doel.artikel)


def _verschillen(noot: _Noot, verordening: Stuk) -> Iterator[Plaats]:
    for nummer in noot.artikelen:
        artikel = verordening.artikelen.get(nummer)
        if artikel is None:
            if verordening.regeling.soort is Soort.VERORDENING and not _ZIN.search(noot.kop.tekst):
                yield _plaats(noot, f"{plek(verordening)} heeft geen artikel {nummer}.")
        elif len(noot.artikelen) == 1 and (bericht := _ander_onderwerp(noot.onderwerp, artikel, verordening)):
            yield _plaats(noot, bericht)


def _ander_onderwerp(onderwerp: str, artikel: Artikel, verordening: Stuk) -> str | None:
    """That the heading of these notes is that of another article, or names a subject that the article does not have at all."""
    kaal, eigen = _kaal(onderwerp), _kaal(artikel.opschrift or "")
    if not kaal or not eigen or kaal in eigen or eigen in kaal:
        return None
    hier = f"Artikel {artikel.nummer} in {plek(verordening)} heet “{artikel.opschrift}”"
    ander = next((ander for ander in verordening.artikelen.values() if _kaal(ander.opschrift or "") == kaal), None)
    if ander is not None:
        return f"{hier}; “{ander.opschrift}” is artikel {ander.nummer}."
    genoemd, bedoeld = ({woorden for woorden in _ONDERWERPEN if woorden.search(kop)} for kop in (kaal, eigen))
    if genoemd and bedoeld and not genoemd & bedoeld and not any(woorden.search(fold(artikel.tekst)) for woorden in genoemd):
        return f"{hier}, hier staat “{onderwerp.strip()}”."
    return None


def _kaal(tekst: str) -> str:
    return " ".join(fold(tekst).strip(" .:-()").split())


def _plaats(noot: _Noot, bericht: str) -> Plaats:
    return Plaats(Deel.TOELICHTING, noot.kop.tekst, alinea=noot.kop.nr, bericht=bericht)
