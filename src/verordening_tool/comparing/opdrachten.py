"""Writes the wijzigingsopdrachten that make the old text the new one, in the form of the Aanwijzingen voor de regelgeving 6.1–6.14.

What is written is carried out on the old text before it is given: where a short order does not lead to the new text, the whole
article is replaced, and in the last resort all articles.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from operator import itemgetter

from verordening_tool.comparing.model import Artikelverschil, Lidverschil, Lot, Vergelijking, Wijzigingsopdracht
from verordening_tool.comparing.toepassen import pas_toe, woordpatroon
from verordening_tool.document.blok import Document
from verordening_tool.document.regeling import Alinea, Artikel, Lid, Onderdeel
from verordening_tool.readers.tekst import read_tekst
from verordening_tool.references.grammar import vind_verwijzingen
from verordening_tool.references.model import Doel
from verordening_tool.references.normaal import normaal
from verordening_tool.structure import ontleed

_MEESTE_WOORDEN = 12  # a longer run of changed words is easier to read as a new lid
_POGINGEN = 3  # each carries all orders out: what is not right by then is replaced as a whole
_HERKENBAAR = re.compile(r"\w{4}")  # "a, van" is hard to find, even when it stands there once
_AANHALING = re.compile("[“”\"„‘’']")
_TELWOORDEN = ("", "een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien")


def opdrachten(vergelijking: Vergelijking, oud: Document) -> tuple[Wijzigingsopdracht, ...]:
    """The orders that make the articles of the old text (read from ``oud``) those of the new one; none when they are the same."""
    grof: frozenset[int] = frozenset()
    for _ in range(_POGINGEN):
        gemaakt = tuple(_alle(vergelijking, grof))
        mis = _wat_niet_klopt(gemaakt, vergelijking, oud)
        if not mis:
            return gemaakt
        if mis <= grof:
            break
        grof |= mis
    return tuple(_geheel(vergelijking))


def als_regels(gemaakt: Sequence[Wijzigingsopdracht], titel: str) -> Iterator[str]:
    """The orders as the lines of an Artikel I, lettered when there are more."""
    yield f"De {titel} wordt als volgt gewijzigd:"
    for nr, opdracht in enumerate(gemaakt):
        if len(gemaakt) > 1:
            yield _letter(nr)
        yield opdracht.tekst
        yield from opdracht.nieuw


def _letter(nr: int) -> str:
    hoog, laag = divmod(nr, 26)
    return (chr(ord("A") + hoog - 1) if hoog else "") + chr(ord("A") + laag)


def _alle(vergelijking: Vergelijking, grof: frozenset[int]) -> Iterator[Wijzigingsopdracht]:
    """In the order of the articles; ``grof``: places of articles to replace as a whole.

    Where articles get another number, new numbers come behind all changes in place, and new articles behind those.
    """
    verschillen = vergelijking.artikelen
    ter_plekke = [(plek, opdracht) for plek, verschil in enumerate(verschillen) for opdracht in _ter_plekke(verschil, heel=plek in grof)]
    nieuw = list(_invoegingen(verschillen))
    if any(verschil.vernummerd or verschil.verplaatst for verschil in verschillen):
        yield from (opdracht for _, opdracht in ter_plekke)
        yield from _vernummeringen([(v.oud.nummer, v.nieuw.nummer) for v in verschillen if v.oud and v.nieuw and not v.verplaatst])
        yield from (opdracht for _, opdracht in nieuw)
        return
    yield from (opdracht for _, opdracht in sorted((*ter_plekke, *nieuw), key=itemgetter(0)))


def _ter_plekke(verschil: Artikelverschil, *, heel: bool) -> Iterator[Wijzigingsopdracht]:
    """What changes in an article of the old text, or that it lapses."""
    if verschil.oud is not None and (verschil.nieuw is None or verschil.verplaatst):
        yield Wijzigingsopdracht(f"Artikel {verschil.oud.nummer} vervalt.")
    elif verschil.lot is Lot.GEWIJZIGD:
        yield from _in_artikel(verschil, heel=heel)


def _in_artikel(verschil: Artikelverschil, *, heel: bool) -> Iterator[Wijzigingsopdracht]:
    oud, nieuw = verschil.oud, verschil.nieuw
    assert oud is not None  # noqa: S101 - a changed article is in both versions
    assert nieuw is not None  # noqa: S101
    stil = not any(lid.vernummerd or lid.verplaatst for lid in verschil.leden)
    per_lid = [_lidopdracht(oud, lid) for lid in verschil.leden if lid.lot is not Lot.GELIJK]
    if heel or not stil or None in per_lid or bool(oud.opschrift) != bool(nieuw.opschrift):
        yield Wijzigingsopdracht(f"Artikel {oud.nummer} komt te luiden:", tuple(_artikelregels(nieuw, oud.nummer)))
        return
    if oud.opschrift != nieuw.opschrift:
        yield Wijzigingsopdracht(f"Het opschrift van artikel {oud.nummer} komt te luiden: {nieuw.opschrift}")
    yield from filter(None, per_lid)


def _lidopdracht(artikel: Artikel, verschil: Lidverschil) -> Wijzigingsopdracht | None:
    """The order for one lid; None when the article as a whole is clearer."""
    if verschil.oud and verschil.nieuw:
        return _in_lid(artikel, verschil.oud, verschil.nieuw)
    lid = verschil.oud or verschil.nieuw
    if lid is None or lid.nummer is None:
        return None
    if verschil.nieuw is None:
        return Wijzigingsopdracht(f"{_hoofdletter(normaal((Doel(artikel=artikel.nummer, lid=lid.nummer),)))}, vervalt.")
    return Wijzigingsopdracht(f"Aan artikel {artikel.nummer} wordt een lid toegevoegd, luidende:", tuple(_lidregels(lid)))


def _in_lid(artikel: Artikel, oud: Lid, nieuw: Lid) -> Wijzigingsopdracht | None:
    """Some words in the place of others, or a new text for the lid; None when the article as a whole is clearer."""
    plaats = Doel(artikel=artikel.nummer, lid=oud.nummer)
    anders = _een_alinea_anders(oud, nieuw, plaats)
    if anders is not None and (ruil := _ruil(*anders)):
        return ruil
    if oud.nummer is None:
        return None
    return Wijzigingsopdracht(f"{_hoofdletter(normaal((plaats,)))}, komt te luiden:", tuple(_lidregels(nieuw)))


def _een_alinea_anders(oud: Lid, nieuw: Lid, plaats: Doel) -> tuple[str, str, str, Doel] | None:
    """The one paragraph of a lid that differs: old, new, all of the place it stands in, and that place."""
    een, twee = list(_met_plaats(oud, plaats)), list(_met_plaats(nieuw, plaats))
    if [doel for _, doel in een] != [doel for _, doel in twee]:
        return None
    anders = [(a, b, doel) for (a, doel), (b, _) in zip(een, twee, strict=True) if a.tekst.split() != b.tekst.split()]
    if len(anders) != 1:
        return None
    a, b, doel = anders[0]
    return a.tekst, b.tekst, "\n".join(alinea.tekst for alinea, daar in een if _binnen(daar, doel)), doel


def _met_plaats(lid: Lid, plaats: Doel) -> Iterator[tuple[Alinea, Doel]]:
    yield from ((alinea, plaats) for alinea in lid.alineas)
    yield from _onderdelen_met_plaats(lid.onderdelen, plaats)


def _onderdelen_met_plaats(onderdelen: Iterable[Onderdeel], boven: Doel) -> Iterator[tuple[Alinea, Doel]]:
    for onderdeel in onderdelen:
        plaats = (
            boven._replace(onderdeel=onderdeel.nummer) if boven.onderdeel is None else boven._replace(sub=boven.sub or onderdeel.nummer)
        )
        yield from ((alinea, plaats) for alinea in onderdeel.alineas)
        yield from _onderdelen_met_plaats(onderdeel.onderdelen, plaats)


def _binnen(plaats: Doel, groter: Doel) -> bool:
    return all(eigen is None or eigen == waarde for eigen, waarde in zip(groter[:4], plaats[:4], strict=True))


def _ruil(oud: str, nieuw: str, geheel: str, plaats: Doel) -> Wijzigingsopdracht | None:
    """The order "wordt “a” vervangen door “b”", when one short run of words differs and can be pointed at."""
    een, twee = oud.split(), nieuw.split()
    kop = _gemeen(een, twee)
    staart = _gemeen(een[kop:][::-1], twee[kop:][::-1])
    links, rechts = kop, len(een) - staart
    if max(rechts - links, len(twee) - staart - kop) > _MEESTE_WOORDEN:
        return None
    links, rechts = _met_hele_citaten(een, twee, links, rechts)
    while not _HERKENBAAR.search(" ".join(een[links:rechts])) or _keren(" ".join(een[links:rechts]), geheel) != 1:
        if links > 0 and kop - links <= rechts - (len(een) - staart):
            links -= 1
        elif rechts < len(een):
            rechts += 1
        elif links > 0:
            links -= 1
        else:
            return None
    zoek, door = _zonder_zelfde_leesteken(" ".join(een[links:rechts]), " ".join(twee[links : len(twee) - (len(een) - rechts)]), geheel)
    if _AANHALING.search(zoek + door) or (plaats.onderdeel and not plaats.onderdeel[:1].isalnum()):
        return None
    waar = f"In {normaal((plaats,))}{',' if plaats.lid or plaats.onderdeel else ''}"
    if not door:
        return Wijzigingsopdracht(f"{waar} vervalt “{zoek}”.")
    return Wijzigingsopdracht(f"{waar} wordt “{zoek}” vervangen door “{door}”.")


def _met_hele_citaten(een: Sequence[str], twee: Sequence[str], links: int, rechts: int) -> tuple[int, int]:
    """The run of changed words (of ``een``), wide enough not to cut a citation in the old or the new text."""
    staart = len(een) - rechts
    grenzen = (0, 0)
    while grenzen != (links, staart):
        grenzen = (links, staart)
        for woorden in (een, twee):
            for begin, eind in _citaten(woorden):
                if begin < len(woorden) - staart and eind > links:
                    links, staart = min(links, begin), min(staart, len(woorden) - eind)
    return links, len(een) - staart


def _citaten(woorden: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Begin and end of each citation, in words."""
    tekst = " ".join(woorden)
    for verwijzing in vind_verwijzingen(tekst):
        begin = tekst.count(" ", 0, verwijzing.start)
        yield begin, begin + len(verwijzing.tekst.split())


def _gemeen(een: Sequence[str], twee: Sequence[str]) -> int:
    """How many words two rows have in common from their start."""
    return next((nr for nr, (a, b) in enumerate(zip(een, twee, strict=False)) if a != b), min(len(een), len(twee)))


def _zonder_zelfde_leesteken(zoek: str, door: str, geheel: str) -> tuple[str, str]:
    """The stop that both end with stays where it is."""
    kaal = zoek.rstrip(",.;:")
    teken = zoek[len(kaal) :]
    if teken and kaal and door.endswith(teken) and _keren(kaal, geheel) == 1:
        return kaal, door[: -len(teken)]
    return zoek, door


def _keren(woorden: str, tekst: str) -> int:
    """How often words stand in a text, as words."""
    return len(re.findall(woordpatroon(woorden), tekst))


def _vernummeringen(paren: Sequence[tuple[str, str]]) -> Iterator[Wijzigingsopdracht]:
    """New numbers, runs of them in one order; all at once, so that none gets in the way of another."""
    stappen = [(oud, nieuw) for oud, nieuw in paren if oud.lower() != nieuw.lower()]
    if not stappen:
        return
    if len(stappen) == 1:
        yield Wijzigingsopdracht(f"Artikel {stappen[0][0]} wordt vernummerd tot artikel {stappen[0][1]}.")
        return
    oude, nieuwe = ([paar[kant] for paar in stappen] for kant in (0, 1))
    yield Wijzigingsopdracht(f"De artikelen {_opsomming(oude)} worden vernummerd tot de artikelen {_opsomming(nieuwe)}.")


def _opsomming(nummers: Sequence[str]) -> str:
    return f"{', '.join(nummers[:-1])} en {nummers[-1]}"


def _invoegingen(verschillen: Sequence[Artikelverschil]) -> Iterator[tuple[int, Wijzigingsopdracht]]:
    """New and moved articles, neighbours in one order, each behind what comes before it in the new text; with the place of the last."""
    rij = [(plek, verschil) for plek, verschil in enumerate(verschillen) if verschil.nieuw is not None]
    blijft = [verschil.nieuw.nummer for _, verschil in rij if verschil.nieuw and verschil.oud and not verschil.verplaatst]
    groep: list[Artikel] = []
    voor: str | None = None
    laatste = 0
    for plek, verschil in [*rij, (len(verschillen), None)]:
        nieuw = verschil.nieuw if verschil else None
        if verschil is not None and nieuw is not None and (verschil.oud is None or verschil.verplaatst):
            groep.append(nieuw)
            laatste = plek
            continue
        if groep:
            yield laatste, _invoeging(groep, voor, blijft)
            voor, groep = groep[-1].nummer, []
        if nieuw is not None:
            voor = nieuw.nummer


def _invoeging(groep: Sequence[Artikel], voor: str | None, blijft: Sequence[str]) -> Wijzigingsopdracht:
    waar = f"Na artikel {voor}" if voor is not None else f"Voor artikel {blijft[0] if blijft else '1'}"
    aantal = _TELWOORDEN[len(groep)] if len(groep) < len(_TELWOORDEN) else str(len(groep))
    wat = "wordt een artikel" if len(groep) == 1 else f"worden {aantal} artikelen"
    return Wijzigingsopdracht(f"{waar} {wat} ingevoegd, luidende:", tuple(r for artikel in groep for r in _artikelregels(artikel)))


def _geheel(vergelijking: Vergelijking) -> Iterator[Wijzigingsopdracht]:
    """All articles replaced by all new ones."""
    oud = vergelijking.oud.artikelen
    if not oud:
        return
    wat = f"Artikel {oud[0].nummer} komt" if len(oud) == 1 else f"De artikelen {oud[0].nummer} tot en met {oud[-1].nummer} komen"
    yield Wijzigingsopdracht(f"{wat} te luiden:", tuple(r for artikel in vergelijking.nieuw.artikelen for r in _artikelregels(artikel)))


def _artikelregels(artikel: Artikel, nummer: str | None = None) -> Iterator[str]:
    yield f"Artikel {nummer or artikel.nummer}{' ' + artikel.opschrift if artikel.opschrift else ''}"
    for lid in artikel.leden:
        yield from _lidregels(lid)


def _lidregels(lid: Lid) -> Iterator[str]:
    regels = [alinea.tekst for alinea in lid.alineas]
    if lid.nummer:
        yield f"{lid.nummer}. {regels[0] if regels else ''}".rstrip()
        yield from regels[1:]
    else:
        yield from regels
    yield from _onderdeelregels(lid.onderdelen)


def _onderdeelregels(onderdelen: Iterable[Onderdeel]) -> Iterator[str]:
    for onderdeel in onderdelen:
        teken = f"{onderdeel.nummer}." if onderdeel.nummer[-1:].isalnum() or onderdeel.nummer.endswith("°") else onderdeel.nummer
        regels = [alinea.tekst for alinea in onderdeel.alineas]
        yield f"{teken} {regels[0] if regels else ''}".strip()
        yield from regels[1:]
        yield from _onderdeelregels(onderdeel.onderdelen)


def _hoofdletter(tekst: str) -> str:
    return tekst[:1].upper() + tekst[1:]


# Carrying out what was written.

_Vorm = tuple[str, str, tuple[object, ...]]


def _wat_niet_klopt(gemaakt: Sequence[Wijzigingsopdracht], vergelijking: Vergelijking, oud: Document) -> frozenset[int]:
    """The places in the Vergelijking of articles that the orders do not give their new text; all changed ones when the row differs."""
    regels = "\n".join(["Verordening tot wijziging van de verordening", "Artikel I", *als_regels(gemaakt, "verordening")])
    wijzigend = read_tekst(regels.encode("utf-8"))
    toegepast = pas_toe(oud, vergelijking.oud, wijzigend, ontleed(wijzigend).wijzigingen)
    uitkomst = {artikel.nummer.lower(): vorm(artikel) for artikel in ontleed(toegepast.document).artikelen}
    gewild = {artikel.nummer.lower(): vorm(artikel) for artikel in vergelijking.nieuw.artikelen}
    if list(uitkomst) == list(gewild) and uitkomst == gewild and not toegepast.niet_gepast:
        return frozenset()
    mis = {nummer for nummer in gewild if uitkomst.get(nummer) != gewild[nummer]}
    gewijzigd = {plek: v.nieuw.nummer.lower() for plek, v in enumerate(vergelijking.artikelen) if v.lot is Lot.GEWIJZIGD and v.nieuw}
    schuldig = frozenset(plek for plek, nummer in gewijzigd.items() if nummer in mis)
    return schuldig or frozenset(gewijzigd) or frozenset({-1})


def vorm(artikel: Artikel) -> _Vorm:
    """What an article says, without where it stands."""
    return artikel.nummer.lower(), " ".join((artikel.opschrift or "").split()), tuple(_lidvorm(lid) for lid in artikel.leden)


def _lidvorm(lid: Lid) -> tuple[object, ...]:
    return lid.nummer, " ".join(lid.tekst.split()), tuple(_onderdeelvorm(onderdeel) for onderdeel in lid.onderdelen)


def _onderdeelvorm(onderdeel: Onderdeel) -> tuple[object, ...]:
    return onderdeel.nummer, " ".join(onderdeel.tekst.split()), tuple(_onderdeelvorm(kind) for kind in onderdeel.onderdelen)
