"""Two versions of a regulation laid side by side: Regeling, Regeling → Vergelijking."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher

from verordening_tool.comparing.model import Artikelverschil, Lidverschil, Lot, Tekstverschil, Vergelijking, Woorden
from verordening_tool.comparing.uitlijnen import Kaart, Uitlijning, lijn_uit
from verordening_tool.document.regeling import Alinea, Artikel, Lid, Onderdeel, Regeling

_WOORD = re.compile(r"\s*(?:\w+|[^\w\s])")
_KORT = 3  # between two changes, so few equal words are not worth a stop


def vergelijk(oud: Regeling, nieuw: Regeling) -> Vergelijking:
    """Everything that differs, articles first; what only moved to other lines is the same."""
    return Vergelijking(oud, nieuw, tuple(_artikelen(oud.artikelen, nieuw.artikelen)), tuple(_overig(oud, nieuw)))


def lidtekst(lid: Lid) -> str:
    """The text of a lid with its onderdelen, one line each."""
    return "\n".join(_regels(lid.tekst, lid.onderdelen))


def artikeltekst(artikel: Artikel) -> str:
    """The text of an article, its leden numbered, its heading left out."""
    return "\n".join(f"{lid.nummer}. {lidtekst(lid)}" if lid.nummer else lidtekst(lid) for lid in artikel.leden)


def _regels(tekst: str, onderdelen: Iterable[Onderdeel]) -> Iterator[str]:
    yield tekst
    for onderdeel in onderdelen:
        teken = onderdeel.nummer + ("." if onderdeel.nummer[-1:].isalnum() else "")
        rest = list(_regels(onderdeel.tekst, onderdeel.onderdelen))
        yield f"{teken} {rest[0]}".strip()
        yield from rest[1:]


def woordverschil(oud: str, nieuw: str) -> tuple[Woorden, ...]:
    """Both texts word by word; a few equal words between two changes belong to the change."""
    if oud.split() == nieuw.split():
        return (Woorden("gelijk", nieuw),) if nieuw else ()
    een, twee = _WOORD.findall(oud), _WOORD.findall(nieuw)
    vergeleken = SequenceMatcher(None, [woord.strip() for woord in een], [woord.strip() for woord in twee], autojunk=False)
    stappen = [(soort != "equal", een[a:b], twee[c:d]) for soort, a, b, c, d in vergeleken.get_opcodes()]
    uit: list[Woorden] = []
    for anders, weg, erbij in _zonder_korte_stops(stappen):
        if not anders:
            met_spatie = weg if weg[0][:1].isspace() else erbij  # at the start of a text there is no space before it
            uit.append(Woorden("gelijk", "".join(met_spatie)))
            continue
        if weg:
            uit.append(Woorden("weg", "".join(weg)))
        if erbij:
            uit.append(Woorden("erbij", "".join(erbij)))
    return tuple(uit)


_Stap = tuple[bool, list[str], list[str]]


def _zonder_korte_stops(stappen: Sequence[_Stap]) -> list[_Stap]:
    uit: list[_Stap] = []
    for nr, (anders, weg, erbij) in enumerate(stappen):
        kort = not anders and len(erbij) < _KORT and 0 < nr < len(stappen) - 1
        if uit and uit[-1][0] and (anders or kort):
            uit[-1] = (True, uit[-1][1] + weg, uit[-1][2] + erbij)
        else:
            uit.append((anders, list(weg), list(erbij)))
    return uit


def _artikelen(oud: Sequence[Artikel], nieuw: Sequence[Artikel]) -> Iterator[Artikelverschil]:
    uitlijning = lijn_uit([_kaart(artikel) for artikel in oud], [_kaart(artikel) for artikel in nieuw])
    for o, n in _volgorde(uitlijning, len(oud), len(nieuw)):
        yield _artikelverschil(oud, nieuw, o, n, uitlijning)


def _kaart(artikel: Artikel) -> Kaart:
    return Kaart(artikel.nummer.lower(), artikel.opschrift or "", "\n".join(map(lidtekst, artikel.leden)))


def _artikelverschil(
    oud: Sequence[Artikel], nieuw: Sequence[Artikel], o: int | None, n: int | None, uitlijning: Uitlijning
) -> Artikelverschil:
    if o is None or n is None:
        if n is not None:
            van = uitlijning.gesplitst_van.get(n)
            return Artikelverschil(None, nieuw[n], Lot.NIEUW, gesplitst_van=None if van is None else oud[van].nummer)
        in_ = uitlijning.opgegaan_in.get(o) if o is not None else None
        return Artikelverschil(oud[o or 0], None, Lot.VERVALLEN, opgegaan_in=None if in_ is None else nieuw[in_].nummer)
    een, twee = oud[o], nieuw[n]
    leden = tuple(_leden(een.leden, twee.leden))
    opschrift = woordverschil(een.opschrift or "", twee.opschrift or "")
    gelijk = all(lid.lot is Lot.GELIJK and not (lid.vernummerd or lid.verplaatst) for lid in leden) and not _anders(opschrift)
    return Artikelverschil(
        een,
        twee,
        Lot.GELIJK if gelijk else Lot.GEWIJZIGD,
        vernummerd=een.nummer.lower() != twee.nummer.lower(),
        verplaatst=n in uitlijning.verplaatst,
        opschrift=opschrift,
        leden=leden,
    )


def _leden(oud: Sequence[Lid], nieuw: Sequence[Lid]) -> Iterator[Lidverschil]:
    uitlijning = (
        Uitlijning(((0, 0),))  # the only lid of an article is that lid, whatever it says
        if len(oud) == len(nieuw) == 1
        else lijn_uit([Kaart(lid.nummer, "", lidtekst(lid)) for lid in oud], [Kaart(lid.nummer, "", lidtekst(lid)) for lid in nieuw])
    )
    for o, n in _volgorde(uitlijning, len(oud), len(nieuw)):
        een, twee = None if o is None else oud[o], None if n is None else nieuw[n]
        van = uitlijning.gesplitst_van.get(n) if n is not None and o is None else None
        in_ = uitlijning.opgegaan_in.get(o) if o is not None and n is None else None
        woorden = woordverschil(lidtekst(een) if een else "", lidtekst(twee) if twee else "")
        lot = Lot.NIEUW if een is None else Lot.VERVALLEN if twee is None else Lot.GEWIJZIGD if _anders(woorden) else Lot.GELIJK
        yield Lidverschil(
            een,
            twee,
            lot,
            vernummerd=een is not None and twee is not None and een.nummer != twee.nummer,
            verplaatst=n is not None and o is not None and n in uitlijning.verplaatst,
            gesplitst_van=None if van is None else oud[van].nummer,
            opgegaan_in=None if in_ is None else nieuw[in_].nummer,
            woorden=woorden,
        )


def _volgorde(uitlijning: Uitlijning, oud: int, nieuw: int) -> Iterator[tuple[int | None, int | None]]:
    """All pairs in the order of the new version; what lapsed comes behind what stood before it."""
    bij_nieuw = {n: o for o, n in uitlijning.paren}
    gepaard = dict(uitlijning.paren)
    achter: dict[int, list[int]] = {}
    for o in range(oud):
        if o not in gepaard:
            voorganger = next((gepaard[p] for p in range(o - 1, -1, -1) if p in gepaard), -1)
            achter.setdefault(voorganger, []).append(o)
    yield from ((o, None) for o in achter.get(-1, ()))
    for n in range(nieuw):
        yield bij_nieuw.get(n), n
        yield from ((o, None) for o in achter.get(n, ()))


def _anders(woorden: Sequence[Woorden]) -> bool:
    return any(stuk.soort != "gelijk" for stuk in woorden)


def _overig(oud: Regeling, nieuw: Regeling) -> Iterator[Tekstverschil]:
    """The parts outside the articles that differ."""
    delen: tuple[tuple[str, str, str], ...] = (
        ("opschrift", oud.opschrift or "", nieuw.opschrift or ""),
        ("aanhef", _tekst(oud.aanhef.alineas), _tekst(nieuw.aanhef.alineas)),
        ("koppen", _koppen(oud), _koppen(nieuw)),
        ("slot", _tekst(oud.slot.alineas), _tekst(nieuw.slot.alineas)),
        ("toelichting", _tekst(oud.toelichting.alineas), _tekst(nieuw.toelichting.alineas)),
        ("bijlage", _bijlagen(oud), _bijlagen(nieuw)),
    )
    for deel, een, twee in delen:
        if _anders(woorden := woordverschil(een, twee)):
            yield Tekstverschil(deel, woorden)


def _tekst(alineas: Iterable[Alinea]) -> str:
    return "\n".join(alinea.tekst for alinea in alineas)


def _koppen(regeling: Regeling) -> str:
    return "\n".join(kop.kop.tekst for kop in regeling.hoofdstukken)


def _bijlagen(regeling: Regeling) -> str:
    return "\n".join(f"{bijlage.opschrift}\n{_tekst(bijlage.alineas)}" for bijlage in regeling.bijlagen)
