"""A wijzigingsverordening applied to the text that it changes: the consolidated text, and what did not fit.

The change is made in the paragraphs of the base text; the result is understood anew, as if somebody had typed it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from verordening_tool.checking.oordeel import Nietgepast
from verordening_tool.checking.titelvorm import Gelijkenis, gelijkenis, is_eigen_naam
from verordening_tool.comparing.adres import diepte
from verordening_tool.comparing.basistekst import Basistekst, PastNietError, ids_van_artikel, met_tekst, onderdeelpad
from verordening_tool.comparing.opdracht import Handeling, Opdracht, Ruil, Slotteken
from verordening_tool.comparing.opdrachtlezer import lees_opdracht
from verordening_tool.comparing.vernummeren import hernummer, met_aanduiding
from verordening_tool.document.blok import Blok, Document
from verordening_tool.document.regeling import (
    Alinea,
    Artikel,
    Lid,
    Onderdeel,
    Regeling,
    Wijziging,
)
from verordening_tool.references.model import Doel
from verordening_tool.references.normaal import normaal

_AANHALING = "“”\"„‘’'"
_INLEIDING = re.compile(
    r".*?(?:(?:luidende|te\s+luiden|luidt)(?:\s+voortaan|\s+als\s+volgt)?|vervangen\s+door)\s*:\s*", re.IGNORECASE | re.DOTALL
)


@dataclass(frozen=True, slots=True)
class Toegepast:
    """The consolidated text as a Document, how many opdrachten were carried out, and those that were not."""

    document: Document
    uitgevoerd: int
    niet_gepast: tuple[Nietgepast, ...]


def pas_toe(basis: Document, regeling: Regeling, wijzigend: Document, wijzigingen: Sequence[Wijziging]) -> Toegepast:
    """Carry ``wijzigingen`` (of the Document ``wijzigend``) out, in order, on ``basis``, of which ``regeling`` is the reading."""
    tekst = Basistekst.van(basis, regeling)
    mis: list[Nietgepast] = []
    uitgevoerd = 0
    for wijziging in wijzigingen:
        opdracht = lees_opdracht(wijziging)
        if isinstance(opdracht, str):
            mis.append(_nietgepast(wijziging, opdracht))
            continue
        if opdracht.handeling is Handeling.KADER:
            continue
        if anders := _over_andere_tekst(wijziging, regeling):
            mis.append(_nietgepast(wijziging, anders))
            continue
        proef = tekst.kopie()
        try:
            for doelen in opdracht.alle_doelen():
                tekst.keur_reeks(doelen)
            _UITVOERING[opdracht.handeling](proef, opdracht, _Bron(wijzigend.blokken, wijziging))
            _keur_nummers(tekst, proef)
        except PastNietError as fout:
            mis.append(_nietgepast(wijziging, str(fout)))
            continue
        tekst = proef
        uitgevoerd += 1
    return Toegepast(replace(basis, blokken=tekst.als_blokken(), opmerkingen=(), heeft_revisies=False), uitgevoerd, tuple(mis))


def _keur_nummers(oud: Basistekst, nieuw: Basistekst) -> None:
    """Raises PastNietError when an article, lid or onderdeel gets a number that another one has."""
    eerder = oud.dubbele()
    for doel, keren in nieuw.dubbele().items():
        if keren > eerder[doel]:
            raise PastNietError(f"{normaal((doel,))} komt dan {keren} keer voor")


def _over_andere_tekst(wijziging: Wijziging, regeling: Regeling) -> str | None:
    """That the opdracht names another verordening than the base text is, or one of another year; None when it may be this one."""
    genoemd = wijziging.regeling or ""
    eigen = [titel for titel in (regeling.citeertitel, regeling.opschrift) if titel]
    anders = {Gelijkenis.ANDER_JAAR, Gelijkenis.ANDERE_VERORDENING}
    if not eigen or not is_eigen_naam(genoemd) or any(gelijkenis(genoemd, titel, regeling.gemeente) not in anders for titel in eigen):
        return None
    return f"de opdracht gaat over de {genoemd}, en de basistekst is de {eigen[0]}"


def _nietgepast(wijziging: Wijziging, reden: str) -> Nietgepast:
    return Nietgepast(" ".join(a.tekst for a in wijziging.opdracht), wijziging.opdracht[0].nr if wijziging.opdracht else 0, reden)


@dataclass(frozen=True, slots=True)
class _Bron:
    """The paragraphs that an opdracht brings."""

    blokken: Sequence[Blok]
    wijziging: Wijziging

    def neem(self, tekst: Basistekst) -> dict[int, int]:
        """Take all inserted paragraphs into ``tekst``, the quotes around them left out: number in the source → id."""
        nummers = [alinea.nr for alinea in self.wijziging.tekst]
        if not nummers:
            raise PastNietError("de nieuwe tekst staat er niet bij")
        in_opdracht = {alinea.nr for alinea in self.wijziging.opdracht}
        uit: dict[int, int] = {}
        for nr in dict.fromkeys(nummers):
            blok = self.blokken[nr]
            kaal = _INLEIDING.sub("", blok.tekst, count=1) if nr in in_opdracht else blok.tekst
            eerste, laatste = nr == nummers[0], nr == nummers[-1]
            uit[nr] = tekst.vers(met_tekst(blok, _zonder_quotes(kaal, begin=eerste, eind=laatste)))
        return uit


def _zonder_quotes(tekst: str, *, begin: bool, eind: bool) -> str:
    kaal = tekst.lstrip(" \t\u00a0").lstrip(_AANHALING) if begin and tekst.lstrip()[:1] in _AANHALING else tekst
    rechts = kaal.rstrip(" .;\u00a0\t")
    gesloten = eind and rechts[-1:] in _AANHALING and tekst.count("“") < tekst.count("”") + (begin and tekst.lstrip()[:1] in _AANHALING)
    return rechts.rstrip(_AANHALING) if gesloten else kaal


def _met_ids(alineas: Iterable[Alinea], ids: dict[int, int]) -> tuple[Alinea, ...]:
    return tuple(Alinea(ids[alinea.nr], alinea.tekst) for alinea in alineas)


def _lid_met_ids(lid: Lid, ids: dict[int, int]) -> Lid:
    return replace(lid, alineas=_met_ids(lid.alineas, ids), onderdelen=tuple(_onderdeel_met_ids(o, ids) for o in lid.onderdelen))


def _onderdeel_met_ids(onderdeel: Onderdeel, ids: dict[int, int]) -> Onderdeel:
    kinderen = tuple(_onderdeel_met_ids(kind, ids) for kind in onderdeel.onderdelen)
    return replace(onderdeel, alineas=_met_ids(onderdeel.alineas, ids), onderdelen=kinderen)


def _artikel_met_ids(artikel: Artikel, ids: dict[int, int], pad: tuple[str, ...]) -> Artikel:
    kop = artikel.kop._replace(nr=ids[artikel.kop.nr]) if artikel.kop else None
    return replace(artikel, kop=kop, pad=pad, leden=tuple(_lid_met_ids(lid, ids) for lid in artikel.leden))


def _vervang(tekst: Basistekst, opdracht: Opdracht, bron: _Bron) -> None:
    doel, wijziging = opdracht.doelen[0], opdracht.wijziging
    if doel.aanhef:
        _vervang_aanhef(tekst, doel, bron)
        return
    if doel.lid is None and doel.onderdeel is None:
        _vervang_artikelen(tekst, opdracht, bron)
        return
    if not wijziging.leden:
        raise PastNietError("de nieuwe tekst is geen lid of onderdeel")
    nr, plek = tekst.lid(doel)
    leden = list(tekst.artikelen[nr].leden)
    oude_ids = [id_ for een in opdracht.doelen for id_ in tekst.ids(een)]
    if doel.onderdeel is None:
        plekken = _naast_elkaar(tekst.lid(een) for een in opdracht.doelen)
        ids = bron.neem(tekst)
        leden[plek : plek + len(plekken)] = [_met_oud_nummer(tekst, _lid_met_ids(lid, ids), doel) for lid in wijziging.leden]
    else:
        paden = _naast_elkaar((*tekst.lid(een), *onderdeelpad(leden[plek], een)) for een in opdracht.doelen)
        ids = bron.neem(tekst)
        nieuwe = [_onderdeel_met_ids(o, ids) for lid in wijziging.leden for o in lid.onderdelen]
        leden[plek] = _met_onderdelen(leden[plek], doel, nieuwe, weg=len(paden))
    tekst.zet(tekst.haal_weg(oude_ids), ids.values())
    tekst.zet_leden(nr, leden)


def _naast_elkaar(plekken: Iterable[tuple[int, ...]]) -> list[tuple[int, ...]]:
    """The places, of which each follows the one before it; raises PastNietError when they do not."""
    rij = list(plekken)
    if any(een[:-1] != twee[:-1] or een[-1] + 1 != twee[-1] for een, twee in pairwise(rij)):
        raise PastNietError("de nieuwe tekst komt op plaatsen die niet naast elkaar staan")
    return rij


def _met_oud_nummer(tekst: Basistekst, lid: Lid, doel: Doel) -> Lid:
    """The new lid with the number of the one it replaces, when it comes without."""
    if lid.nummer is not None or not lid.alineas or doel.lid is None:
        return lid
    eerste = lid.alineas[0].nr
    tekst.blokken[eerste] = met_aanduiding(tekst.blokken[eerste], "", doel.lid)
    return replace(lid, nummer=doel.lid)


def _vervang_aanhef(tekst: Basistekst, doel: Doel, bron: _Bron) -> None:
    """Other words above a list, whose number or letter stays."""
    eerste, *rest = tekst.ids(doel)
    nieuwe = list(bron.neem(tekst).values())
    nummer = doel.onderdeel or doel.lid or ""
    los = bron.wijziging.leden[0].nummer or ""
    woorden = met_aanduiding(tekst.blokken[nieuwe[0]], los, "").tekst
    oud = tekst.blokken[eerste]
    voor = re.match(rf"\s*{re.escape(nummer)}[.)]?\s+", oud.tekst) if nummer and not oud.nummer else None
    tekst.blokken[eerste] = met_tekst(oud, (voor[0] if voor else "") + woorden)
    tekst.zet(tekst.achter([eerste]), nieuwe[1:])
    if rest:
        tekst.haal_weg(rest)


def _vervang_artikelen(tekst: Basistekst, opdracht: Opdracht, bron: _Bron) -> None:
    nrs = _naast_elkaar((tekst.artikel(doel),) for doel in opdracht.doelen if not _is_gat(tekst, doel))
    eerste, laatste = nrs[0][0], nrs[-1][0]
    oude_ids = [id_ for artikel in tekst.artikelen[eerste : laatste + 1] for id_ in ids_van_artikel(artikel)]
    pad = tekst.artikelen[eerste].pad
    if opdracht.wijziging.artikelen:
        ids = bron.neem(tekst)
        tekst.artikelen[eerste : laatste + 1] = [_artikel_met_ids(artikel, ids, pad) for artikel in opdracht.wijziging.artikelen]
        tekst.zet(tekst.haal_weg(oude_ids), ids.values())
        return
    artikel = tekst.artikelen[eerste]  # the new text comes without its heading: that one stays
    if artikel.kop is None or not opdracht.wijziging.leden or eerste != laatste:
        raise PastNietError("de nieuwe tekst is geen artikel")
    ids = bron.neem(tekst)
    plek = tekst.haal_weg([id_ for id_ in oude_ids if id_ != artikel.kop.nr]) if len(oude_ids) > 1 else tekst.achter(oude_ids)
    tekst.zet(plek, ids.values())
    tekst.zet_leden(eerste, [_lid_met_ids(lid, ids) for lid in opdracht.wijziging.leden])


def _met_onderdelen(lid: Lid, doel: Doel, nieuwe: Sequence[Onderdeel], *, weg: int = 0, achter: int = 0) -> Lid:
    """The lid with ``nieuwe`` at the onderdeel that is meant or so many behind it, and as many onderdelen as ``weg`` less."""
    if not nieuwe and not weg:
        raise PastNietError("de nieuwe tekst is geen onderdeel")
    pad = onderdeelpad(lid, doel)

    def in_rij(rij: tuple[Onderdeel, ...], rest: tuple[int, ...]) -> tuple[Onderdeel, ...]:
        hier, *dieper = rest
        if dieper:
            kind = replace(rij[hier], onderdelen=in_rij(rij[hier].onderdelen, tuple(dieper)))
            return (*rij[:hier], kind, *rij[hier + 1 :])
        return (*rij[: hier + achter], *nieuwe, *rij[hier + achter + weg :])

    return replace(lid, onderdelen=in_rij(lid.onderdelen, pad))


def _voeg_in(tekst: Basistekst, opdracht: Opdracht, bron: _Bron) -> None:
    """New articles, leden or onderdelen before or behind a place, or at its end."""
    doel, wijziging = opdracht.doelen[-1], opdracht.wijziging
    hernummer(tekst, opdracht)
    ids_van_plek = tekst.ids(doel)
    if opdracht.slotteken:
        _vervang_slotteken(tekst, opdracht.slotteken, ids_van_plek[-1])
    voor = opdracht.handeling is Handeling.INVOEGEN_VOOR
    waar = tekst.voor(ids_van_plek) if voor else tekst.achter(ids_van_plek)
    if wijziging.artikelen:
        nr = tekst.artikel(doel)
        ids = bron.neem(tekst)
        pad = tekst.artikelen[nr].pad
        plek = nr if voor else nr + 1
        tekst.artikelen[plek:plek] = [_artikel_met_ids(artikel, ids, pad) for artikel in wijziging.artikelen]
        tekst.zet(waar, ids.values())
        return
    if not wijziging.leden:
        raise PastNietError("de nieuwe tekst staat er niet bij")
    ids = bron.neem(tekst)
    nieuw = [_lid_met_ids(lid, ids) for lid in wijziging.leden]
    zijn_onderdelen = all(lid.nummer is None and not lid.tekst and lid.onderdelen for lid in nieuw)
    if zijn_onderdelen:
        nr, lidplek = tekst.lid(doel)
        leden = list(tekst.artikelen[nr].leden)
        onderdelen = [o for lid in nieuw for o in lid.onderdelen]
        if doel.onderdeel:
            leden[lidplek] = _met_onderdelen(leden[lidplek], doel, onderdelen, achter=0 if voor else 1)
        else:
            leden[lidplek] = replace(leden[lidplek], onderdelen=(*leden[lidplek].onderdelen, *onderdelen))
    else:
        nr = tekst.artikel(doel)
        leden = list(tekst.artikelen[nr].leden)
        nieuw = _met_nummer(tekst, leden, nieuw)
        lidplek = tekst.lid(doel)[1] + (0 if voor else 1) if doel.lid else len(leden)
        if opdracht.vernummer and not doel.lid and (hoger := _eerste_hoger(leden, nieuw)) is not None:
            lidplek, waar = hoger, tekst.voor(tekst.ids(Doel(doel.artikel, leden[hoger].nummer)))
        leden[lidplek:lidplek] = nieuw
    if _uit_volgorde(leden) or any(_uit_volgorde(lid.onderdelen) for lid in leden):
        raise PastNietError("de nummers zouden dan niet op volgorde staan")
    tekst.zet(waar, ids.values())
    tekst.zet_leden(nr, leden)


def _met_nummer(tekst: Basistekst, leden: Sequence[Lid], nieuw: list[Lid]) -> list[Lid]:
    """A new lid without a number gets the next one, when the others have numbers. Raises PastNietError when that is not certain."""
    laatste = leden[-1].nummer if leden else None
    if laatste is None or all(lid.nummer is not None for lid in nieuw):
        return nieuw
    if len(nieuw) > 1 or not laatste.isdecimal():
        raise PastNietError("de nieuwe leden hebben geen nummer")
    nummer = str(int(laatste) + 1)
    return [_met_oud_nummer(tekst, nieuw[0], Doel(lid=nummer))]


def _eerste_hoger(leden: Sequence[Lid], nieuw: Sequence[Lid]) -> int | None:
    """Index of the first lid with a higher number than the first new one; None when it comes behind them all."""
    eerste = nieuw[0].nummer or ""
    hoger = (nr for nr, lid in enumerate(leden) if (lid.nummer or "").isdecimal() and int(lid.nummer or "") > int(eerste))
    return next(hoger, None) if eerste.isdecimal() else None


def _uit_volgorde(rij: Sequence[Lid | Onderdeel]) -> bool:
    """Whether a plain number or letter comes before a lower one."""
    cijfers = [int(een.nummer) for een in rij if een.nummer and een.nummer.isdecimal()]
    letters = [een.nummer for een in rij if een.nummer and len(een.nummer) == 1 and een.nummer.isalpha()]
    return cijfers != sorted(cijfers) or letters != sorted(letters)


def _vervang_slotteken(tekst: Basistekst, teken: Slotteken, laatste: int) -> None:
    """Another stop at the end of the place behind which something comes."""
    id_ = tekst.ids(teken.doel)[-1] if teken.doel else laatste
    blok = tekst.blokken[id_]
    kaal = blok.tekst.rstrip()
    if not kaal.endswith(teken.oud):
        raise PastNietError(f"aan het slot van “{kaal[-30:]}” staat in de basistekst geen “{teken.oud}”")
    tekst.blokken[id_] = met_tekst(blok, kaal.removesuffix(teken.oud) + teken.nieuw)


def _laat_vervallen(tekst: Basistekst, opdracht: Opdracht, _: _Bron) -> None:
    oude_ids = [id_ for doel in opdracht.doelen if not _is_gat(tekst, doel) for id_ in tekst.ids(doel)]
    if opdracht.slotteken:
        _vervang_slotteken(tekst, opdracht.slotteken, oude_ids[-1])
    for doel in opdracht.doelen:
        if _is_gat(tekst, doel):
            continue
        if doel.lid is None and doel.onderdeel is None:
            del tekst.artikelen[tekst.artikel(doel)]
            continue
        nr, plek = tekst.lid(doel)
        leden = list(tekst.artikelen[nr].leden)
        if doel.onderdeel is None:
            del leden[plek]
        else:
            leden[plek] = _met_onderdelen(leden[plek], doel, (), weg=1)
        tekst.zet_leden(nr, leden)
    tekst.haal_weg(oude_ids)
    hernummer(tekst, opdracht)


def _is_gat(tekst: Basistekst, doel: Doel) -> bool:
    """A number inside a range that the base text has not got: nobody named it."""
    return doel.tussen and all(artikel.nummer.lower() != (doel.artikel or "").lower() for artikel in tekst.artikelen)


def _vernummer(tekst: Basistekst, opdracht: Opdracht, _: _Bron) -> None:
    hernummer(tekst, opdracht)


def _vervang_woorden(tekst: Basistekst, opdracht: Opdracht, _: _Bron) -> None:
    """All changes of words in the order in which they are written, or none."""
    nieuw: dict[int, str] = {}
    for ruil in opdracht.ruilen:
        nieuw |= _geruild(tekst, ruil, nieuw)
    for id_, woorden in nieuw.items():
        tekst.blokken[id_] = met_tekst(tekst.blokken[id_], woorden)


def _geruild(tekst: Basistekst, ruil: Ruil, eerder: Mapping[int, str]) -> dict[int, str]:
    """The paragraphs with other words in them; ``eerder``: those that the same opdracht changed already."""
    nu: dict[int, str] = {}
    patroon = re.compile(woordpatroon(ruil.zoek))
    for doel in (doel for doel in ruil.doelen if not _is_gat(tekst, doel)):
        hier = {id_: eerder.get(id_, tekst.blokken[id_].tekst) for id_ in tekst.ids(doel)}
        keren = sum(len(patroon.findall(woorden)) for woorden in hier.values())
        if keren == 0 and not doel.tussen:
            waar = "daar" if len(ruil.doelen) == 1 else f"in {normaal((doel,))}"
            raise PastNietError(f"de woorden “{ruil.zoek}” staan {waar} niet in de basistekst")
        if keren > 1 and not ruil.telkens:
            raise PastNietError(f"de woorden “{ruil.zoek}” staan daar {keren} keer; de opdracht zegt niet “telkens”")
        nu |= hier
    nieuw = {id_: patroon.sub(lambda _: ruil.door, woorden) for id_, woorden in nu.items()}
    if ruil.door:
        return nieuw
    return {id_: re.sub(r"\s+([,.;:])", r"\1", " ".join(woorden.split())) for id_, woorden in nieuw.items()}


def woordpatroon(woorden: str) -> str:
    """A pattern for these words, whatever white space is between them, and not as a part of longer ones."""
    links = r"(?<!\w)" if woorden[:1].isalnum() else ""
    rechts = r"(?!\w)" if woorden[-1:].isalnum() else ""
    return links + r"\s+".join(map(re.escape, woorden.split())) + rechts


def _vervang_opschrift(tekst: Basistekst, opdracht: Opdracht, bron: _Bron) -> None:
    if len(opdracht.doelen) != 1 or diepte(opdracht.doelen[0]) != 1:
        raise PastNietError("het programma kent alleen het opschrift van een artikel")
    nr = tekst.artikel(opdracht.doelen[0])
    artikel = tekst.artikelen[nr]
    if artikel.kop is None or not artikel.opschrift:
        raise PastNietError(f"artikel {artikel.nummer} heeft geen opschrift")
    in_regel = _INLEIDING.sub("", opdracht.tekst, count=1).strip()
    nieuw = bron.blokken[opdracht.wijziging.tekst[0].nr].tekst if opdracht.wijziging.tekst else in_regel
    blok = tekst.blokken[artikel.kop.nr]
    schoon = (nieuw.rstrip(" .;") if nieuw[:1] in _AANHALING else nieuw).strip(_AANHALING + " \t")
    schoon = re.sub(rf"^artikel\s+{re.escape(artikel.nummer)}\.?\s*[:.–-]?\s*", "", schoon, flags=re.IGNORECASE)
    if artikel.opschrift not in blok.tekst or not schoon:
        raise PastNietError("het oude opschrift is in de basistekst niet te vinden")
    tekst.blokken[artikel.kop.nr] = met_tekst(blok, blok.tekst.replace(artikel.opschrift, schoon, 1))
    tekst.artikelen[nr] = replace(artikel, opschrift=schoon)


_UITVOERING: dict[Handeling, Callable[[Basistekst, Opdracht, _Bron], None]] = {
    Handeling.VERVANGEN: _vervang,
    Handeling.INVOEGEN_NA: _voeg_in,
    Handeling.INVOEGEN_VOOR: _voeg_in,
    Handeling.TOEVOEGEN: _voeg_in,
    Handeling.VERVALLEN: _laat_vervallen,
    Handeling.VERNUMMEREN: _vernummer,
    Handeling.WOORDEN: _vervang_woorden,
    Handeling.OPSCHRIFT: _vervang_opschrift,
}
