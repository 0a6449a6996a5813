"""A wijzigingsverordening applied to the text that it changes: the consolidated text, and what did not fit.

The change is made in the paragraphs of the base text; the result is understood anew, as if somebody had typed it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from verordening_tool.checking.oordeel import Nietgepast
from verordening_tool.checking.titelvorm import Gelijkenis, gelijkenis, is_eigen_naam
from verordening_tool.comparing.basistekst import Basistekst, PastNietError, ids_van_artikel, onderdeel_op, onderdeelpad
from verordening_tool.comparing.opdracht import Handeling, Opdracht, Ruil, lees_opdracht
from verordening_tool.document.blok import Blok, Document
from verordening_tool.document.regeling import (
    Alinea,
    Artikel,
    Lid,
    Onderdeel,
    Regeling,
    Wijziging,
    alineas_van_lid,
)
from verordening_tool.references.model import Doel

_AANHALING = "“”\"„‘’'"
_INLEIDING = re.compile(r".*?(?:luidende|te\s+luiden|luidt(?:\s+voortaan)?|vervangen\s+door)\s*:\s*", re.IGNORECASE | re.DOTALL)


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
        try:
            _UITVOERING[opdracht.handeling](tekst, opdracht, _Bron(wijzigend.blokken, wijziging))
            uitgevoerd += 1
        except PastNietError as fout:
            mis.append(_nietgepast(wijziging, str(fout)))
    return Toegepast(replace(basis, blokken=tekst.als_blokken(), opmerkingen=(), heeft_revisies=False), uitgevoerd, tuple(mis))


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
            uit[nr] = tekst.vers(_met_tekst(blok, _zonder_quotes(kaal, begin=eerste, eind=laatste)))
        return uit


def _zonder_quotes(tekst: str, *, begin: bool, eind: bool) -> str:
    kaal = tekst.lstrip(" \t\u00a0").lstrip(_AANHALING) if begin and tekst.lstrip()[:1] in _AANHALING else tekst
    rechts = kaal.rstrip(" .;\u00a0\t")
    gesloten = eind and rechts[-1:] in _AANHALING and tekst.count("“") < tekst.count("”") + (begin and tekst.lstrip()[:1] in _AANHALING)
    return rechts.rstrip(_AANHALING) if gesloten else kaal


def _met_tekst(blok: Blok, tekst: str) -> Blok:
    return blok if tekst == blok.tekst else replace(blok, tekst=tekst, runs=(), velden=())


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
    if doel.lid is None and doel.onderdeel is None:
        _vervang_artikelen(tekst, opdracht, bron)
        return
    if not wijziging.leden:
        raise PastNietError("de nieuwe tekst is geen lid of onderdeel")
    nr, plek = tekst.lid(doel)
    leden = list(tekst.artikelen[nr].leden)
    oude_ids = [id_ for een in opdracht.doelen for id_ in tekst.ids(een)]
    ids = bron.neem(tekst)
    if doel.onderdeel is None:
        laatste = tekst.lid(opdracht.doelen[-1])[1]
        leden[plek : laatste + 1] = [_lid_met_ids(lid, ids) for lid in wijziging.leden]
    else:
        leden[plek] = _met_onderdelen(leden[plek], doel, [_onderdeel_met_ids(o, ids) for o in wijziging.leden[0].onderdelen], vervang=True)
    tekst.zet(tekst.haal_weg(oude_ids), ids.values())
    tekst.zet_leden(nr, leden)


def _vervang_artikelen(tekst: Basistekst, opdracht: Opdracht, bron: _Bron) -> None:
    nrs = [tekst.artikel(doel) for doel in opdracht.doelen if not doel.tussen]
    eerste, laatste = min(nrs), max(nrs)
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


def _met_onderdelen(lid: Lid, doel: Doel, nieuwe: list[Onderdeel], *, vervang: bool) -> Lid:
    """The lid with ``nieuwe`` in the place of, or behind, the onderdeel that is meant."""
    if not nieuwe:
        raise PastNietError("de nieuwe tekst is geen onderdeel")
    pad = onderdeelpad(lid, doel)

    def in_rij(rij: tuple[Onderdeel, ...], rest: tuple[int, ...]) -> tuple[Onderdeel, ...]:
        hier, *dieper = rest
        if dieper:
            kind = replace(rij[hier], onderdelen=in_rij(rij[hier].onderdelen, tuple(dieper)))
            return (*rij[:hier], kind, *rij[hier + 1 :])
        return (*rij[: hier if vervang else hier + 1], *nieuwe, *rij[hier + 1 :])

    return replace(lid, onderdelen=in_rij(lid.onderdelen, pad))


def _voeg_in(tekst: Basistekst, opdracht: Opdracht, bron: _Bron) -> None:
    """New articles, leden or onderdelen before or behind a place, or at its end."""
    doel, wijziging = opdracht.doelen[-1], opdracht.wijziging
    _hernummer(tekst, opdracht)
    ids_van_plek = tekst.ids(doel)
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
            leden[lidplek] = _met_onderdelen(leden[lidplek], doel, onderdelen, vervang=False)
        else:
            leden[lidplek] = replace(leden[lidplek], onderdelen=(*leden[lidplek].onderdelen, *onderdelen))
    else:
        nr = tekst.artikel(doel)
        leden = list(tekst.artikelen[nr].leden)
        lidplek = tekst.lid(doel)[1] + (0 if voor else 1) if doel.lid else len(leden)
        leden[lidplek:lidplek] = nieuw
    tekst.zet(waar, ids.values())
    tekst.zet_leden(nr, leden)


def _laat_vervallen(tekst: Basistekst, opdracht: Opdracht, _: _Bron) -> None:
    oude_ids = [id_ for doel in opdracht.doelen if not _is_gat(tekst, doel) for id_ in tekst.ids(doel)]
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
            leden[plek] = _zonder(leden[plek], onderdeelpad(leden[plek], doel))
        tekst.zet_leden(nr, leden)
    tekst.haal_weg(oude_ids)
    _hernummer(tekst, opdracht)


def _is_gat(tekst: Basistekst, doel: Doel) -> bool:
    """A number inside a range that the base text has not got: nobody named it."""
    return doel.tussen and all(artikel.nummer.lower() != (doel.artikel or "").lower() for artikel in tekst.artikelen)


def _zonder(lid: Lid, pad: tuple[int, ...]) -> Lid:
    def in_rij(rij: tuple[Onderdeel, ...], rest: tuple[int, ...]) -> tuple[Onderdeel, ...]:
        hier, *dieper = rest
        if not dieper:
            return (*rij[:hier], *rij[hier + 1 :])
        kind = replace(rij[hier], onderdelen=in_rij(rij[hier].onderdelen, tuple(dieper)))
        return (*rij[:hier], kind, *rij[hier + 1 :])

    return replace(lid, onderdelen=in_rij(lid.onderdelen, pad))


def _hernummer(tekst: Basistekst, opdracht: Opdracht, _: _Bron | None = None) -> None:
    """Give places their new numbers, all at once: "het derde en vierde lid tot vierde en vijfde lid"."""
    stappen: list[Callable[[], None]] = []
    for doel, naar in opdracht.vernummer:
        if doel.lid is None and doel.onderdeel is None:
            nr = tekst.artikel(doel)
            artikel = tekst.artikelen[nr]
            if artikel.kop is None:
                raise PastNietError(f"artikel {doel.artikel} heeft geen kop om te vernummeren")
            stappen.append(_artikelstap(tekst, nr, artikel.kop.nr, artikel.nummer, naar))
        elif doel.onderdeel is None:
            nr, plek = tekst.lid(doel)
            stappen.append(_lidstap(tekst, nr, plek, naar))
        else:
            nr, plek = tekst.lid(doel)
            stappen.append(_onderdeelstap(tekst, nr, plek, onderdeelpad(tekst.artikelen[nr].leden[plek], doel), naar))
    for stap in stappen:
        stap()


def _artikelstap(tekst: Basistekst, nr: int, kop: int, oud: str, naar: str) -> Callable[[], None]:
    def stap() -> None:
        tekst.blokken[kop] = _met_nummer(tekst.blokken[kop], oud, naar)
        tekst.artikelen[nr] = replace(tekst.artikelen[nr], nummer=naar)

    return stap


def _lidstap(tekst: Basistekst, nr: int, plek: int, naar: str) -> Callable[[], None]:
    def stap() -> None:
        leden = list(tekst.artikelen[nr].leden)
        lid = leden[plek]
        eerste = next(iter(alineas_van_lid(lid))).nr
        tekst.blokken[eerste] = _met_nummer(tekst.blokken[eerste], lid.nummer or "", naar)
        leden[plek] = replace(lid, nummer=naar)
        tekst.zet_leden(nr, leden)

    return stap


def _onderdeelstap(tekst: Basistekst, nr: int, plek: int, pad: tuple[int, ...], naar: str) -> Callable[[], None]:
    def stap() -> None:
        leden = list(tekst.artikelen[nr].leden)
        oud = onderdeel_op(leden[plek].onderdelen, pad)
        if oud.alineas:
            tekst.blokken[oud.alineas[0].nr] = _met_nummer(tekst.blokken[oud.alineas[0].nr], oud.nummer, naar)

        def in_rij(rij: tuple[Onderdeel, ...], rest: tuple[int, ...]) -> tuple[Onderdeel, ...]:
            hier, *dieper = rest
            kind = replace(rij[hier], onderdelen=in_rij(rij[hier].onderdelen, tuple(dieper))) if dieper else replace(rij[hier], nummer=naar)
            return (*rij[:hier], kind, *rij[hier + 1 :])

        leden[plek] = replace(leden[plek], onderdelen=in_rij(leden[plek].onderdelen, pad))
        tekst.zet_leden(nr, leden)

    return stap


def _met_nummer(blok: Blok, oud: str, naar: str) -> Blok:
    """The paragraph with another number, in its label or at the start of its text."""
    patroon = re.compile(rf"(?<![\w.:]){re.escape(oud)}(?![\w:]|\.\d)", re.IGNORECASE)
    if blok.nummer and patroon.search(blok.nummer):
        return replace(blok, nummer=patroon.sub(lambda _: naar, blok.nummer, count=1))
    treffer = patroon.search(blok.tekst, 0, 40)
    if treffer is None:
        raise PastNietError(f"het nummer {oud} is in de basistekst niet te vinden")
    return _met_tekst(blok, blok.tekst[: treffer.start()] + naar + blok.tekst[treffer.end() :])


def _vervang_woorden(tekst: Basistekst, opdracht: Opdracht, _: _Bron) -> None:
    """All changes of words in the order in which they are written, or none."""
    nieuw: dict[int, str] = {}
    for ruil in opdracht.ruilen:
        nieuw |= _geruild(tekst, ruil, nieuw)
    for id_, woorden in nieuw.items():
        tekst.blokken[id_] = _met_tekst(tekst.blokken[id_], woorden)


def _geruild(tekst: Basistekst, ruil: Ruil, eerder: Mapping[int, str]) -> dict[int, str]:
    """The paragraphs with other words in them; ``eerder``: those that the same opdracht changed already."""
    ids = list(dict.fromkeys(id_ for doel in ruil.doelen for id_ in tekst.ids(doel)))
    nu = {id_: eerder.get(id_, tekst.blokken[id_].tekst) for id_ in ids}
    patroon = re.compile(woordpatroon(ruil.zoek))
    keren = sum(len(patroon.findall(woorden)) for woorden in nu.values())
    if keren == 0:
        raise PastNietError(f"de woorden “{ruil.zoek}” staan daar niet in de basistekst")
    if keren > len(ruil.doelen) and not ruil.telkens:
        raise PastNietError(f"de woorden “{ruil.zoek}” staan daar {keren} keer; de opdracht zegt niet “telkens”")
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
    nr = tekst.artikel(opdracht.doelen[0])
    artikel = tekst.artikelen[nr]
    if artikel.kop is None or not artikel.opschrift:
        raise PastNietError(f"artikel {artikel.nummer} heeft geen opschrift")
    in_regel = _INLEIDING.sub("", opdracht.tekst, count=1).strip(_AANHALING + " \t")
    nieuw = bron.blokken[opdracht.wijziging.tekst[0].nr].tekst if opdracht.wijziging.tekst else in_regel
    blok = tekst.blokken[artikel.kop.nr]
    schoon = nieuw.strip(_AANHALING + " \t")
    schoon = re.sub(rf"^artikel\s+{re.escape(artikel.nummer)}\.?\s*[:.–-]?\s*", "", schoon, flags=re.IGNORECASE)
    if artikel.opschrift not in blok.tekst or not schoon:
        raise PastNietError("het oude opschrift is in de basistekst niet te vinden")
    tekst.blokken[artikel.kop.nr] = _met_tekst(blok, blok.tekst.replace(artikel.opschrift, schoon, 1))
    tekst.artikelen[nr] = replace(artikel, opschrift=schoon)


_UITVOERING: dict[Handeling, Callable[[Basistekst, Opdracht, _Bron], None]] = {
    Handeling.VERVANGEN: _vervang,
    Handeling.INVOEGEN_NA: _voeg_in,
    Handeling.INVOEGEN_VOOR: _voeg_in,
    Handeling.TOEVOEGEN: _voeg_in,
    Handeling.VERVALLEN: _laat_vervallen,
    Handeling.VERNUMMEREN: _hernummer,
    Handeling.WOORDEN: _vervang_woorden,
    Handeling.OPSCHRIFT: _vervang_opschrift,
}
