"""Whether the numbers of articles, leden, onderdelen and chapters follow each other."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import lru_cache
from itertools import groupby, pairwise

from verordening_tool.checking.oordeel import Plaats, Uitkomst
from verordening_tool.checking.passages import te_beoordelen_artikelen
from verordening_tool.checking.plaatsen import hele_alinea
from verordening_tool.checking.zaak import Bevinding, Zaak, uit_plaatsen
from verordening_tool.document.blok import Deel
from verordening_tool.document.regeling import Artikel, Hoofdstuk, Lid, Onderdeel, Regeling, Soort, Stadium
from verordening_tool.norms.schema import Check
from verordening_tool.structure.nummers import Telling, ontleed_nummer, rang_letter, romein

_ARTIKELNUMMER = re.compile(r"(?P<voor>(?:\d+[.:])*)(?P<getal>\d+)(?P<letter>[a-z]*)$", re.IGNORECASE)
_LATER = timedelta(days=366)  # in force so long after vaststelling, it is a later version
_ROMEINS = re.compile(r"[IVXLC]+$")


def doorlopend(check: Check, zaak: Zaak, dag: date) -> Bevinding:  # noqa: ARG001 - the shape of every onderzoek
    """Gaps and doubles in the numbers of articles, leden, onderdelen and chapters; articles without a heading beside ones with."""
    regeling = zaak.context.laag.regeling
    strijdig: list[Plaats] = []
    twijfel: list[Plaats] = []
    if regeling.wijzigingen:  # its own articles have Roman numbers; the others are those of the text that it changes
        eigen = [artikel for artikel in regeling.artikelen if _ROMEINS.match(artikel.nummer)]
        strijdig.extend(plaats for plaats, _ in _artikelen(eigen))
    else:
        gaten = list(_artikelen(regeling.artikelen))
        (twijfel if _latere_versie(regeling) else strijdig).extend(plaats for plaats, dubbel in gaten if not dubbel)
        strijdig.extend(plaats for plaats, dubbel in gaten if dubbel)
        strijdig.extend(_hoofdstukken(regeling.hoofdstukken))
        mis, zonder = _opschriften(regeling)
        strijdig.extend(mis)
        twijfel.extend(zonder)
    for artikel in te_beoordelen_artikelen(regeling):
        ingevoegd = regeling.soort is Soort.WIJZIGINGSVERORDENING
        strijdig.extend(_leden(artikel, los=ingevoegd))
        for lid in artikel.leden:
            strijdig.extend(_onderdelen(artikel, lid, lid.onderdelen, los=ingevoegd))
    for uitkomst, plaatsen in ((Uitkomst.STRIJDIG, strijdig), (Uitkomst.TWIJFEL, twijfel)):
        if plaatsen:
            return uit_plaatsen(uitkomst, sorted(plaatsen, key=lambda plaats: plaats.alinea or 0))
    return Bevinding(Uitkomst.VOLDOET, "Gezocht naar gaten en dubbele nummers; geen strijd gevonden.")


def _latere_versie(regeling: Regeling) -> bool:
    """Whether a published text shows what is left after later amendments: there a gap may be an article that lapsed."""
    vaststelling = regeling.data.vastgesteld or regeling.metadata.vaststelling
    geldend = regeling.metadata.inwerkingtreding
    if regeling.stadium is not Stadium.BEKENDGEMAAKT or vaststelling is None or geldend is None:
        return False
    return geldend - vaststelling > _LATER


def _plaats(artikel: Artikel, bericht: str, *, lid: Lid | None = None) -> Plaats:
    """The first words of the lid, else of the article; of an article without any words only its number."""
    if lid is None and artikel.kop is not None and artikel.kop.tekst:
        return hele_alinea(artikel.kop, Deel.LICHAAM, bericht, artikel=artikel.nummer)
    for gekozen in (lid,) if lid else artikel.leden:
        for alinea in (*gekozen.alineas, *(alinea for onderdeel in gekozen.onderdelen for alinea in onderdeel.alineas)):
            return hele_alinea(alinea, Deel.LICHAAM, bericht, artikel=artikel.nummer, lid=gekozen.nummer)
    return Plaats(Deel.LICHAAM, "", artikel.nummer, alinea=artikel.kop.nr if artikel.kop else None, bericht=bericht)


def _artikelen(artikelen: Sequence[Artikel]) -> Iterator[tuple[Plaats, bool]]:
    """Articles whose number does not follow that of the one before, and whether it is a number that was there already."""
    sleutels = [_sleutel(artikel.nummer) for artikel in artikelen]
    gezien = Counter(artikel.nummer.lower() for artikel in artikelen)
    for i, (vorige, deze) in enumerate(pairwise(sleutels), 1):
        artikel = artikelen[i]
        if gezien[artikel.nummer.lower()] > 1 and any(eerder.nummer.lower() == artikel.nummer.lower() for eerder in artikelen[:i]):
            if _verloren_cijfer(sleutels, i):
                continue
            yield _plaats(artikel, f"Artikel {artikel.nummer} staat er twee keer."), True
        elif vorige is not None and deze is not None and not _volgt(vorige, deze) and not _verloren_cijfer(sleutels, i):
            yield _plaats(artikel, _gat("Artikel", artikelen[i - 1].nummer, artikel.nummer, vorige, deze)), deze < vorige


_Sleutel = tuple[str, int, str]  # chapter part, number, letter


@lru_cache(maxsize=1024)
def _sleutel(nummer: str) -> _Sleutel | None:
    treffer = _ARTIKELNUMMER.match(nummer.strip())
    if treffer is not None:
        return treffer["voor"], int(treffer["getal"]), treffer["letter"].lower()
    waarde = romein(nummer) if _ROMEINS.match(nummer) else None
    return ("", waarde, "") if waarde is not None else None


def _volgt(vorige: _Sleutel, deze: _Sleutel) -> bool:
    """8, 8a, 8b, 9; 1.9, 2.1; 2:6, 2:7."""
    if vorige[0] != deze[0]:
        return deze[1] == 1
    if deze[1] == vorige[1]:
        return _volgende_letter(vorige[2]) == deze[2] if len(deze[2]) == 1 else deze[2] > vorige[2]
    return deze[1] == vorige[1] + 1 and deze[2] in {"", "a"}


def _volgende_letter(letter: str) -> str:
    return chr(ord(letter) + 1) if len(letter) == 1 else "a"


def _verloren_cijfer(sleutels: Sequence[_Sleutel | None], i: int) -> bool:
    """Whether the odd number (here or just before) is one that lost a digit in the text layer: 17, 1, 19."""
    for plek in (i, i - 1):
        deze = sleutels[plek]
        voor = sleutels[plek - 1] if plek > 0 else None
        na = sleutels[plek + 1] if plek + 1 < len(sleutels) else None
        verwacht = voor[1] + 1 if voor is not None else na[1] - 1 if na is not None else None
        if deze is None or verwacht is None or deze[1] == verwacht or (na is not None and na[1] != verwacht + 1):
            continue
        if len(str(verwacht)) > len(str(deze[1])) and _is_deel(str(deze[1]), str(verwacht)):
            return True
    return False


def _is_deel(kort: str, lang: str) -> bool:
    """Whether ``kort`` is ``lang`` with characters left out."""
    rest = iter(lang)
    return all(teken in rest for teken in kort)


def _gat(soort: str, vorige: str, deze: str, van: _Sleutel, tot: _Sleutel) -> str:
    if van[0] == tot[0] and tot[1] == van[1] + 2:
        return f"{soort} {van[0]}{van[1] + 1} ontbreekt."
    if tot < van:
        return f"{soort} {deze} staat na {soort.lower()} {vorige}."
    return f"Na {soort.lower()} {vorige} volgt {soort.lower()} {deze}."


def _hoofdstukken(hoofdstukken: Sequence[Hoofdstuk]) -> Iterator[Plaats]:
    """Chapters whose number does not follow; deeper divisions start anew in each chapter."""
    buitenste = [deel for deel in hoofdstukken if deel.diepte == 0 and deel.nummer]
    for vorige, deze in pairwise(buitenste):
        van, tot = _sleutel(vorige.nummer or ""), _sleutel(deze.nummer or "")
        if vorige.soort != deze.soort or van is None or tot is None or _volgt(van, tot):
            continue
        naam = deze.soort.capitalize()
        bericht = (
            f"{naam} {deze.nummer} staat er twee keer." if van == tot else _gat(naam, vorige.nummer or "", deze.nummer or "", van, tot)
        )
        yield hele_alinea(deze.kop, Deel.LICHAAM, bericht)


def _opschriften(regeling: Regeling) -> tuple[list[Plaats], list[Plaats]]:
    """Articles without a heading beside articles with one; and the first article when none has one."""
    zonder = [artikel for artikel in regeling.artikelen if not (artikel.opschrift or "").strip()]
    if not zonder or regeling.soort is Soort.WIJZIGINGSVERORDENING:
        return [], []
    plaatsen = [_plaats(artikel, f"Artikel {artikel.nummer} heeft geen opschrift.") for artikel in zonder]
    if len(zonder) < len(regeling.artikelen):
        return plaatsen, []
    return [], [_plaats(zonder[0], "De artikelen hebben geen opschrift.")]


def _leden(artikel: Artikel, *, los: bool) -> Iterator[Plaats]:
    """Leden of one article; of an inserted text (``los``) the first number is not known."""
    leden = [lid for lid in artikel.leden if lid.nummer]
    vorige = None if los else ("", 0, "")
    for i, lid in enumerate(leden):
        deze = _sleutel((lid.nummer or "").rpartition(".")[2] or (lid.nummer or ""))
        if deze is not None and vorige is not None and not _volgt(vorige, deze):
            eerder = leden[i - 1].nummer if i else None
            dubbel = any(ander.nummer == lid.nummer for ander in leden[:i])
            bericht = (
                f"Het nummer {lid.nummer} staat twee keer bij de leden van artikel {artikel.nummer}."
                if dubbel
                else _lidgat(eerder, lid.nummer or "", artikel)
            )
            yield _plaats(artikel, bericht, lid=lid)
        vorige = deze


def _lidgat(vorige: str | None, deze: str, artikel: Artikel) -> str:
    if vorige is None:
        return f"De leden van artikel {artikel.nummer} beginnen bij {deze}."
    return f"In artikel {artikel.nummer} volgt lid {deze} op lid {vorige}."


def _onderdelen(artikel: Artikel, lid: Lid, onderdelen: Sequence[Onderdeel], *, los: bool) -> Iterator[Plaats]:
    """Items of one list; lists with bullets, and lists that change their way of counting, are left alone."""
    for soort, groep in groupby(onderdelen, key=lambda onderdeel: _telling(onderdeel.nummer)):
        rij = list(groep)
        if soort is not None and len(rij) > 1:
            yield from _rij(artikel, lid, rij, los=los)
    for onderdeel in onderdelen:
        yield from _onderdelen(artikel, lid, onderdeel.onderdelen, los=los)


@lru_cache(maxsize=256)
def _telling(nummer: str) -> Telling | None:
    """How an item is counted; letters and roman numbers look alike, so both are letters here."""
    soort = ontleed_nummer(nummer).telling if nummer else Telling.STREEP
    return {Telling.STREEP: None, Telling.ROMEIN: Telling.LETTER, Telling.ROMEIN_HOOFD: Telling.HOOFDLETTER}.get(soort, soort)


def _rij(artikel: Artikel, lid: Lid, rij: Sequence[Onderdeel], *, los: bool) -> Iterator[Plaats]:
    for vorige, deze in pairwise(rij):
        if _volgt_onderdeel(vorige.nummer, deze.nummer) or los or not deze.alineas:
            continue
        bericht = (
            f"Onderdeel {deze.nummer} staat twee keer."
            if vorige.nummer == deze.nummer
            else f"Onderdeel {deze.nummer} volgt op onderdeel {vorige.nummer}."
        )
        yield hele_alinea(deze.alineas[0], Deel.LICHAAM, bericht, artikel=artikel.nummer, lid=lid.nummer, onderdeel=deze.nummer)


def _volgt_onderdeel(vorige: str, deze: str) -> bool:
    van, tot = vorige.rstrip("°").lower(), deze.rstrip("°").lower()
    if van.isdecimal() and tot.isdecimal():
        return int(tot) == int(van) + 1
    if _sleutel(van) and _sleutel(tot) and van[:1].isdigit():
        return _volgt(_sleutel(van) or ("", 0, ""), _sleutel(tot) or ("", 0, ""))
    if (eerste := romein(van)) is not None and romein(tot) == eerste + 1:
        return True
    if not (van.isalpha() and tot.isalpha() and len(van) <= 2 and len(tot) <= 2):
        return True
    if len(tot) > len(van):  # b, ba: a letter put in later; z, aa
        return tot[0] == van or (van, tot) == ("z", "aa")
    return rang_letter(tot[:1]) == rang_letter(van[:1]) + 1 if len(tot) < len(van) else rang_letter(tot) == rang_letter(van) + 1
