"""Wijzigingsopdrachten and the text they insert; that text is no article of the wijzigingsverordening itself."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from verordening_tool.document.regeling import Lid, Onderdeel, Wijziging
from verordening_tool.structure.koppen import rang, volgt_op
from verordening_tool.structure.leden import bouw_leden
from verordening_tool.structure.lichaam import bouw_lichaam
from verordening_tool.structure.nummers import Telling, lees, romein
from verordening_tool.structure.regels import Kop, Kopsoort, Regel

_WERKWOORD = re.compile(
    r"\b(?:kom(?:t|en)\b.{0,80}?\bte\s+(?:luiden|vervallen)|(?:wordt|worden)\b.{0,160}?\b(?:vervangen|ingevoegd|toegevoegd|gewijzigd"
    r"|geplaatst|vernummerd|verletterd|geletterd|geschrapt|verwijderd|doorgehaald|aangevuld|aangebracht|gelezen)|vervalt|vervallen|luidt\s+(?:voortaan|als\s+volgt)|luidende"
    r"|te\s+(?:laten\s+luiden|wijzigen|vervangen|schrappen|doen\s+vervallen)|(?:in|toe)\s+te\s+voegen)\b",
    re.IGNORECASE,
)
_BEGIN = re.compile(
    r"[\s\u00a0]*(?:(?:(?:\d{1,2}|[A-Za-z]|[IVX]{1,4})[.)]?|[-–—•·▪*])[\s\u00a0]+)?(?:in\b|artikel|artikelen|art\.|na\b|aan\b|het\s+\w+(?:(?:,|\s+en|\s+tot\s+en\s+met)\s+\w+)*\s+lid|de\s+(?:artikelen|zinsnede|titel"
    r"|woorden|tekst|begripsomschrijving|definitie|toelichting|bijlage|[\w-]*verordening|[\w-]*beleidsregels?|aanhef|regeling|aanduiding|citeertitel|leden"
    r"|onderdelen|\w+\s+volzin|begrippen)|onder\b|onderdeel|onderdelen|hoofdstuk|paragraaf|"
    r"het\s+(?:opschrift|begrip|woord|zinsdeel)|vóór\b|voor\b|bijlage|lid\b|er\s+wordt|(?:eerste|tweede|derde|vierde|vijfde|zesde|zevende)\s+lid|"
    r"(?:op|achter)\s)",
    re.IGNORECASE,
)
_BRENGT_TEKST = re.compile(
    r"(?:luidende|te\s+luiden|vervangen\s+door|luidt\s+(?:voortaan|als\s+volgt)|luid(?:t|en)|toegevoegd|ingevoegd|volgt)\b(?:[^:]|:\d){0,60}:\s*$",
    re.IGNORECASE,
)
# a sentence that only says what the opdrachten below it are about
KADER = re.compile(
    r"(?:(?:wordt|worden)\s+(?:als\s+volgt\s+|als\s+hierna\s+)?gewijzigd(?:\s+als\s+volgt)?|worden\s+(?:de\s+)?volgende\s+wijzigingen\s+aangebracht)"
    r"\s*[:.]?\s*$",
    re.IGNORECASE,
)
_REGELING = re.compile(
    r"(?:^|\b(?:[Dd]e|[Hh]et))\s+(?P<titel>(?:[A-Z][\w-]*)?(?:[Vv]erordening|[Bb]eleidsregels?|[Rr]egeling|[Bb]esluit)\b.{0,160}?)\s+(?:wordt|worden|komt|komen|vervalt|,)",
)
_DOEL = re.compile(
    r"(?P<doel>(?:artikel(?:en)?|hoofdstuk|paragraaf|bijlage)\s+\d+(?:[.:]\d+)*[a-z]?(?:\s*(?:,|en|tot\s+en\s+met)\s*\d+(?:[.:]\d+)*[a-z]?(?![\w°]))*"
    r"(?:,\s*(?:\w+\s+lid|(?:aanhef\s+en\s+)?onder(?:deel)?\s+\w{1,2}°?))*)",
    re.IGNORECASE,
)
_IN_REGEL = re.compile(
    r"(?:luidende|te\s+luiden|luidt)(?:\s+als\s+volgt|\s+voortaan)?\s*:\s*[\"“„‘']?(?P<tekst>[^\s\"“„‘'].{15,})$", re.IGNORECASE
)
_IN_OPSCHRIFT = re.compile(r"wijziging\s+(?:van\s+)?(?:de|het)?\s*(?P<titel>.{8,}?)\s*$", re.IGNORECASE)
_TOT_WIJZIGING = re.compile(r"\btot\s+(?:\w+\s+)?wijziging\b|\bwijzigingsverordening\b", re.IGNORECASE)
_WIJZIG = re.compile(r"wijzig", re.IGNORECASE)
_OUD = re.compile(r"[\s\u00a0]*(?:oude?|huidige?|bestaande?|geldende?|was)\b", re.IGNORECASE)
_NIEUW = re.compile(r"[\s\u00a0]*(?:nieuwe?|gewijzigde?|voorgestelde?|wordt)\b", re.IGNORECASE)
_MEERVOUD = re.compile(r"\b(?:artikelen|twee|drie|vier|vijf|zes|hoofdstuk|paragraaf|paragrafen)\b", re.IGNORECASE)
_EIGEN_SLOT = re.compile(r"\b(?:dit\s+besluit|deze\s+wijziging\w*)\s+treed(?:t|en)\b.{0,40}in\s+werking", re.IGNORECASE)
LABEL = re.compile(r"^[\s\u00a0]*(?:(?:\d{1,2}|[A-Za-z]{1,2})[.)]|[-–—•·▪*])[\s\u00a0]+")  # in front of an opdracht
_SLOTZIN = re.compile(
    r"^\s*(?:(?:\d{1,2}|[A-Za-z])[.)]\s+)?(?:dit\s+besluit|deze\s+[\w-]+)\b.{0,60}\b(?:in\s+werking|aangehaald)\b", re.IGNORECASE
)
_DEEL = re.compile(r"\b(?:artikel(?:en)?|art\.|hoofdstuk|paragraaf|bijlage|toelichting)", re.IGNORECASE)
_HELE_REGELING = re.compile(r"(?:verordening(?:en)?|beleidsregels?|regeling|besluit)\b", re.IGNORECASE)
_BUITEN_ARTIKELEN = re.compile(r"\b(?:toelichting|bijlage)", re.IGNORECASE)
_LETTER = re.compile(r"\s*(?:[Oo]nderdeel\s+)?(?P<letter>[A-Z])(?:[.):]+(?:\s|$)|\s*$)")
_NIEUWE_TEKST = re.compile(r":(?!\d).*", re.DOTALL)
_VOOR_WORDT = re.compile(r"[\s\u00a0]*(?:\w{1,2}[.)]?\s+)?onder\s.*?\b(?:wordt|worden)\b", re.IGNORECASE)
# quoted words: in one of four kinds of quotes, the first with quotes of its own kind in it
CITAAT = re.compile(r"“((?:[^“”]|“[^“”]*”)*)”|„([^„“”]*)[“”]|\"([^\"]*)\"|(?<!\w)[‘']((?:[^‘’']|(?<=\w)[’'](?=\w))*)[’'](?!\w)")
_AANHALING = "\"“„‘«'"
_SLUIT = "\"”’»'“"


@dataclass(slots=True)
class Opdracht:
    """One opdracht: its own line and the lines it inserts."""

    regel: Regel
    inhoud: list[Regel] = field(default_factory=list)
    regeling: str | None = None
    kader: str | None = None  # the place that the opdracht above it names ("Artikel 8 wordt als volgt gewijzigd:")


@dataclass(slots=True)
class _Stand:
    """What the lines above say about the next one."""

    eigen: str | None = None  # the article of the wijzigingsverordening itself
    wijzigt: bool = False  # that article began to change a text: each line of it is an opdracht, or brought by one
    kader: str | None = None
    artikelkader: str | None = None  # the kader around a smaller one ("Het eerste lid wordt als volgt gewijzigd:")
    letter: str | None = None  # the last capital in front of an opdracht

    def begin_artikel(self, nummer: str | None, *, wijzigt: bool) -> None:
        """An article of the wijzigingsverordening itself begins."""
        self.eigen, self.wijzigt, self.letter = nummer, wijzigt, None
        self.verlaat_kader()

    def verlaat_kader(self) -> None:
        """What comes is about the whole text again."""
        self.kader = self.artikelkader = None

    def lees(self, tekst: str) -> None:
        """Go on behind an opdracht."""
        if not KADER.search(tekst):
            self.wijzigt |= self.eigen is not None and brengt_tekst(tekst)
            if _doel(tekst) is not None and not _BUITEN_ARTIKELEN.search(self.kader or ""):
                self.verlaat_kader()
            return
        self.wijzigt = True
        plaats = LABEL.sub("", KADER.sub("", tekst)).strip(" \u00a0\t,")
        if _DEEL.search(plaats):
            self.kader = self.artikelkader = plaats
        elif _HELE_REGELING.search(plaats):
            self.verlaat_kader()
        else:
            self.kader = f"{self.artikelkader}, {plaats}" if self.artikelkader else plaats


def is_opdracht(tekst: str) -> bool:
    """Whether the line orders a change in a text."""
    return bool(_BEGIN.match(tekst)) and bool(_WERKWOORD.search(tekst)) and tekst.lstrip()[:1] not in _AANHALING


def _kondigt_aan(tekst: str) -> bool:
    return tekst.rstrip()[-1:] in ":." and is_opdracht(tekst) and (brengt_tekst(tekst) or bool(KADER.search(tekst)))


def brengt_tekst(tekst: str) -> bool:
    """Whether the opdracht announces text in the lines below it."""
    return bool(_BRENGT_TEKST.search(tekst)) and not KADER.search(tekst)


def zoek(regels: Sequence[Regel], opschrift: str) -> list[Opdracht]:
    """Opdrachten in the lines of a lichaam, each with the lines that it inserts.

    A text that neither calls itself a change nor announces new text has none: its articles may well say that something "vervalt".
    """
    if not (_WIJZIG.search(opschrift) or any(_kondigt_aan(regel.tekst) for regel in regels)):
        return []
    opdrachten = _uit_tabellen(regels)
    in_tabel = {id(regel) for opdracht in opdrachten for regel in opdracht.inhoud}
    regels = [regel for regel in regels if id(regel) not in in_tabel]
    stand = _Stand()
    regeling: str | None = None
    romeins = any(_is_romeins(regel.kop) for regel in regels)
    i = 0
    while i < len(regels):
        regel = regels[i]
        i += 1
        if _is_vreemd(regel, stand, romeins=romeins):
            regel.kop = None
        if regel.kop is not None and regel.kop.soort is Kopsoort.ARTIKEL:
            stand.begin_artikel(regel.kop.nummer, wijzigt=regel.kop.nummer == "I" and bool(_TOT_WIJZIGING.search(opschrift)))
            if not (regel.kop.zin and is_opdracht(regel.tekst[regel.kop.lengte :])):
                continue
        elif (letter := _letter(regel)) is not None:
            stand.letter = letter
            stand.verlaat_kader()
        if not _is_opdracht_hier(regel, wijzigt=stand.wijzigt):
            continue
        if (treffer := _REGELING.search(regel.tekst)) is not None:
            regeling = treffer["titel"]
        opdracht = Opdracht(regel, regeling=regeling or _uit_opschrift(opschrift), kader=stand.kader)
        opdrachten.append(opdracht)
        stand.lees(regel.tekst)
        in_kader = bool(KADER.search(regel.tekst)) and not (i < len(regels) and _is_vreemd(regels[i], stand, romeins=romeins))
        if brengt_tekst(regel.tekst) or (stand.wijzigt and regel.tekst.rstrip().endswith(":") and not in_kader):
            einde = _einde_inhoud(regels, i, stand, romeins=romeins)
            opdracht.inhoud = list(regels[i:einde])
            i = einde
    return opdrachten


def _is_vreemd(regel: Regel, stand: _Stand, *, romeins: bool) -> bool:
    """Whether the heading of an article is none of the wijzigingsverordening itself: it stands among opdrachten, with another number."""
    kop = regel.kop
    if kop is None or kop.soort is not Kopsoort.ARTIKEL or not stand.wijzigt or kop.zin:
        return False
    if romeins:
        return not _is_romeins(kop)
    return stand.eigen == "1" and kop.nummer is not None and not volgt_op(stand.eigen, kop.nummer)


def _is_opdracht_hier(regel: Regel, *, wijzigt: bool) -> bool:
    """Whether the line is an opdracht; where a text is being changed, each line is one that is nothing else."""
    if is_opdracht(regel.tekst) or (regel.kop is not None and regel.kop.zin):
        return True
    if regel.kop is not None or regel.blok.cel is not None or not regel.tekst.strip():
        return False
    begint = bool(KADER.search(regel.tekst)) and regel.tekst.rstrip().endswith(":")
    return begint or (wijzigt and not _LETTER.fullmatch(regel.tekst) and not _SLOTZIN.match(regel.tekst))


def _letter(regel: Regel) -> str | None:
    """The capital in front of an opdracht, typed or counted, or alone on its line."""
    treffer = _LETTER.match(regel.blok.nummer or "") or _LETTER.match(regel.tekst)
    return treffer["letter"] if treffer else None


def _uit_tabellen(regels: Sequence[Regel]) -> list[Opdracht]:
    """Tables with the old text beside the new: the new column is inserted text, the old one is no article."""
    opdrachten: list[Opdracht] = []
    tabellen: dict[int, list[Regel]] = {}
    for regel in regels:
        if regel.blok.cel is not None:
            tabellen.setdefault(regel.blok.cel.tabel, []).append(regel)
    for cellen in tabellen.values():
        koppen = {regel.blok.cel.kolom: regel for regel in cellen if regel.blok.cel is not None and regel.blok.cel.rij == 0}
        oud = next((kolom for kolom, regel in koppen.items() if _OUD.match(regel.tekst)), None)
        nieuw = next((kolom for kolom, regel in koppen.items() if _NIEUW.match(regel.tekst)), None)
        if oud is None or nieuw is None:
            continue
        opdracht = Opdracht(koppen[nieuw])
        for regel in cellen:
            if regel.blok.cel is not None and regel.blok.cel.kolom == nieuw and regel.blok.cel.rij > 0:
                opdracht.inhoud.append(regel)
            else:
                regel.kop = None
        opdrachten.append(opdracht)
    return opdrachten


def _is_romeins(kop: Kop | None) -> bool:
    return kop is not None and kop.soort is Kopsoort.ARTIKEL and kop.nummer is not None and romein(kop.nummer) is not None


def _einde_inhoud(regels: Sequence[Regel], begin: int, stand: _Stand, *, romeins: bool) -> int:
    """Index behind the inserted text that starts at ``begin``."""
    opdracht = regels[begin - 1]
    meervoud = bool(_MEERVOUD.search(opdracht.tekst))
    gequote = begin < len(regels) and regels[begin].tekst.lstrip()[:1] in _AANHALING
    laatste: str | None = None
    for i in range(begin, len(regels)):
        regel = regels[i]
        if gequote and i > begin and _sluit_af(regels[i - 1].tekst):
            return i
        kop = regel.kop
        if (stand.letter is not None and _letter(regel) == chr(ord(stand.letter) + 1)) or _volgt_op_opdracht(regels[begin - 1 : i + 1]):
            return i
        if kop is not None and kop.soort is Kopsoort.ARTIKEL:
            if _is_eigen(regel, kop, stand.eigen, laatste, romeins=romeins, eerste=i == begin, meervoud=meervoud or gequote):
                return i
            laatste = kop.nummer
        elif i > begin and _sluit_inhoud(regels, i, meervoud=meervoud, gequote=gequote):
            return i
    return len(regels)


def _sluit_inhoud(regels: Sequence[Regel], i: int, *, meervoud: bool, gequote: bool) -> bool:
    """Whether line ``i`` is no inserted text any more: a heading above articles, or the next opdracht."""
    regel = regels[i]
    if regel.kop is not None:
        return not meervoud
    if _EIGEN_SLOT.search(regel.tekst) or _LETTER.fullmatch(regel.tekst):
        return True
    return not gequote and is_opdracht(regel.tekst) and not _is_lid_tekst(regel)


def _is_eigen(regel: Regel, kop: Kop, eigen: str | None, laatste: str | None, *, romeins: bool, eerste: bool, meervoud: bool) -> bool:
    """Whether this heading is one of the wijzigingsverordening itself, and not of the inserted text."""
    if regel.tekst.lstrip()[:1] in _AANHALING:
        return False
    if romeins:
        return _is_romeins(kop)
    if eerste:
        return eigen is not None and volgt_op(eigen, kop.nummer) and not _noemt(regel, kop)
    if laatste is not None and volgt_op(laatste, kop.nummer) and meervoud:
        return False
    if volgt_op(eigen, kop.nummer):
        return True
    return not (meervoud and laatste is not None and (rang(kop.nummer or "") or ()) > (rang(laatste) or ()))


def _noemt(regel: Regel, kop: Kop) -> bool:
    return kop.nummer is not None and not regel.tekst.strip().endswith(":")


def _is_lid_tekst(regel: Regel) -> bool:
    """An inserted lid may itself speak of "wordt vervangen": it holds no opdracht without a colon or quotes."""
    tekst = regel.tekst
    return not (
        brengt_tekst(tekst)
        or any(teken in tekst for teken in '“”„"‘')
        or KADER.search(tekst)
        or re.search(r"\bverval(?:t|len)[.;]?\s*$|\bver(?:nummer|letter)", tekst)
    )


def _volgt_op_opdracht(regels: Sequence[Regel]) -> bool:
    """Whether the last line is the opdracht behind the first by its number ("2. Onderdeel b komt te luiden:", "b. …", "3. Het …")."""
    een, *midden, laatste = (lees(regel.blok.nummer or regel.tekst) for regel in regels)
    if een is None or laatste is None or een.telling is not laatste.telling or een.waarde + 1 != laatste.waarde:
        return False
    eigen_telling = bool(midden) and midden[0] is not None and all(nr is None or nr.telling is not een.telling for nr in midden)
    return eigen_telling or is_opdracht(regels[-1].tekst)


def _sluit_af(tekst: str) -> bool:
    kaal = tekst.rstrip(" .;\u00a0\t")
    return kaal[-1:] in _SLUIT and sum(kaal.count(teken) for teken in "“„") <= kaal.count("”") + kaal.count('"') + 1


def bouw(opdracht: Opdracht) -> Wijziging:
    """The Wijziging with its inserted articles and leden; typed numbers are split off the Blokken."""
    tekst = opdracht.regel.tekst
    doel = _doel(tekst) or (_doel(opdracht.kader) if opdracht.kader else None)
    eerste = next((i for i, r in enumerate(opdracht.inhoud) if r.kop is not None), len(opdracht.inhoud))
    los = opdracht.inhoud[:eerste]
    _splits_achter_aanhaling(los)
    leden = bouw_leden(los) if los else _lid_in_regel(opdracht.regel)
    lichaam = bouw_lichaam(opdracht.inhoud[eerste:])
    return Wijziging(
        soort=_soort(tekst),
        opdracht=(opdracht.regel.alinea,),
        doel=doel,
        regeling=opdracht.regeling,
        artikelen=tuple(lichaam.artikelen),
        leden=leden,
        tekst=tuple(regel.alinea for regel in opdracht.inhoud) or ((opdracht.regel.alinea,) if leden else ()),
        kader=opdracht.kader,
    )


def _splits_achter_aanhaling(regels: Sequence[Regel]) -> None:
    """Take the number off the new text that begins with a quote ("“2. Het college …")."""
    eerste = regels[0] if regels else None
    if eerste is None or eerste.tekst[:1] not in _AANHALING or eerste.blok.nummer:
        return
    if (nummer := lees(eerste.tekst[1:])) is not None and nummer.zeker:
        eerste.splits(1 + nummer.lengte, nummer.weergave)


def _lid_in_regel(regel: Regel) -> tuple[Lid, ...]:
    """A lid that stands in the opdracht itself ("…, luidende: “6. Het college …”"): its text is the whole paragraph."""
    treffer = _IN_REGEL.search(regel.tekst)
    if treffer is None:
        return ()
    nummer = lees(treffer["tekst"])
    if nummer is not None and nummer.telling is Telling.LETTER and nummer.zeker:
        return (Lid(None, (), (Onderdeel(nummer.tekst, (regel.alinea,)),)),)
    return (Lid(nummer.tekst if nummer is not None and nummer.telling is Telling.CIJFER else None, (regel.alinea,)),)


def _doel(tekst: str) -> str | None:
    tekst = _NIEUWE_TEKST.sub("", CITAAT.sub("", tekst))
    onder = _VOOR_WORDT.match(tekst)  # "Onder vernummering van artikel 12 wordt na artikel 11 …"
    treffer = (_DOEL.search(tekst, onder.end()) if onder else None) or _DOEL.search(tekst)
    return treffer["doel"] if treffer else None


def _uit_opschrift(opschrift: str) -> str | None:
    """The regulation that the title says is changed."""
    treffer = _IN_OPSCHRIFT.search(opschrift)
    return treffer["titel"].strip() if treffer else None


def _soort(tekst: str) -> str:
    laag = tekst.lower()
    if re.search(r"ingevoegd|toegevoegd|geplaatst", laag):
        return "invoegen"
    if re.search(r"luiden|vervangen|luidt|gelezen", laag) or _NIEUW.match(laag):
        return "vervangen"
    return "vervallen" if re.search(r"verval|geschrapt|verwijderd", laag) else "anders"
