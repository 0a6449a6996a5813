"""Finds citations in Dutch regulations and reads them into typed references.

One expression finds the places where a citation may begin; only there the parser (``ontleder``) runs. The forms are those of the
Aanwijzingen voor de regelgeving 3.29 ("artikel 5, tweede lid, aanhef en onder b, onder 2°") and the shorter ones of
case law and practice ("art. 8a lid 2 sub a Pw", "6:162 BW").
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from verordening_tool.references.bouw import Bouw
from verordening_tool.references.model import Doel, Verwijzing
from verordening_tool.references.ontleder import lees_artikel, lees_lid, lees_nummer, lees_vervolg
from verordening_tool.references.samenhang import Ruw, als_verwijzing, verbind
from verordening_tool.references.schoon import maak_schoon
from verordening_tool.references.telwoorden import RANGWOORD, rangnummer
from verordening_tool.references.tokens import NUMMER, lees_scheiding, lees_woord
from verordening_tool.references.wetnamen import bekende_wet, wet_aan_het_eind
from verordening_tool.references.wetstaart import Staart, zoek_staart, zusterwet

_DEELSOORT = r"hoofdstuk(?:ken)?|paraga?ra(?:af|fen)|afdeling(?:en)?|titels?|bijlagen?"
# Plain searches first: a regular expression tried at every word costs ten times as much.
_SLEUTELS = ("art", "lid", "leden", "onder", "sub ", "aanhef", "hoofdstuk", "paragra", "afdeling", "titel", "bijlage", "§")
# What a number without the word artikel begins with, a figure before a letter or colon, found by kind of character: "0" and "a".
_TEKENSOORT = bytes(
    ord("0" if chr(code) in "0123456789" else "a" if chr(code).isalpha() or chr(code) == ":" else " ") for code in range(256)
)
_START = re.compile(
    rf"\b(?:(?P<artikel>artikel(?:(?:en|\(en\))?(?!\w)|(?=\d))|art(?:t?\.|t?(?=\s\d))(?![a-z]))|(?P<lid>lid|leden)\b"
    rf"|(?P<onder>onderde(?:el|len)\b|(?:onder|sub)\s+(?:[a-z](?![\w'’]|\.\w)|\d{{1,2}}\s?[°º])|aanhef\s+en\s)"
    rf"|(?P<deel>{_DEELSOORT})\b|(?P<nummer>\d+:\d+[a-z]{{0,2}}|\d+[a-z]{{1,2}})(?![\w:]|\.\w))|(?P<teken>§§?\s*(?=\d))",
    re.IGNORECASE,
)
_VOOR_LID = re.compile(
    rf"(?:(?:het\s+)?(?:{RANGWOORD}|\d{{1,2}}(?:ste|de|e))\s*(?:,\s*(?:(?:en|of)\s+)?|\s(?:en/of|en|of|tot\s+en\s+met|dan\s+wel|respectievelijk|t/m)\s+)(?:het\s+|de\s+)?)*"
    rf"(?:{RANGWOORD}|\d{{1,2}}(?:ste|de|e))\s+$",
    re.IGNORECASE,
)
_LIJST_VOOR = re.compile(r"(?:,|\b(?:en|of|met|wel|respectievelijk)|t/m)\s+(?:het\s+|de\s+)?$", re.IGNORECASE)
_AANWIJZEND = re.compile(
    r"(?<!\w)(?:(?P<dit>dit|deze)|(?P<dat>dat|die|voornoemde?|laatstgenoemde?)"
    r"|(?:(?:het|de)\s+)?(?P<vorig>vorige?|voorgaande?|voorafgaande?))\s+$",
    re.IGNORECASE,
)
# "onder a" and "sub a" stand in for a citation only behind such a word.
_VOOR_ONDER = re.compile(
    r"(?:^|[,;:–-]|\b(?:in|het|de|van|en|of|wel|met|ook|dit|dat|zie|bedoeld|genoemd|vermeld|omschreven|gesteld|opgenomen|bepaalde?|aangeduid|krachtens"
    r"|ingevolge|volgens|zoals|als|onverminderd|aan|voor|uit))\s*$",
    re.IGNORECASE,
)
_VAN_ARTIKEL = re.compile(r"\s*,?\s*(?:van|uit|in)\s+(?=(?:het\s+)?(?:art|dit\s+art|dat\s+art))", re.IGNORECASE)
_DIT_ARTIKEL = re.compile(r"\s*(dit|dat)\s+artikel\b", re.IGNORECASE)
_VAN_VORIG = re.compile(r"\s+van\s+(?:het\s+)?(?P<wijze>dit|dat|vorige?|voorgaande?)\s+(?P<soort>lid|artikel)\b", re.IGNORECASE)
_BINNEN_DEEL = re.compile(r"\s*,?\s*(?=onder(?:deel|delen)?\s)", re.IGNORECASE)
_HIERNA = re.compile(r"\s*\((?:hierna|verder)\b[^()]{1,40}\)$", re.IGNORECASE)
_BEHOREND = re.compile(r"\s+(?:bij|behorend)")
_VAN_LID = re.compile(r"\s+van\s+(?=(?:het\s+\w+\s+lid|lid\s+\d))", re.IGNORECASE)
_LID_VAN_IETS = re.compile(
    r"\s+van\s+(?:de|het|een|zijn|haar|hun|die|dat|deze|dit|onze)\s+(?!artikel|bepaling|vorige|\w+\s+lid\b)", re.IGNORECASE
)
_DEELNUMMER = re.compile(r"\s*(?P<nummer>\d+(?:[.:]\d+)*[a-zA-Z]?(?!\w)|[IVXLC]+(?!\w)|[A-Z](?![\w'’.]))(?!\s*(?:%|€))")
_VAN_DEEL = re.compile(rf"\s*(?:,\s*(?P<kleiner>paragraaf|afdeling)|,?\s+van\s+(?P<groter>{_DEELSOORT}))(?=\s)", re.IGNORECASE)
_KOP = re.compile(
    rf"[ \t]*(?i:artikel|hoofdstuk|paragraaf|afdeling|titel|bijlage|§)\s*(?:(?i:{NUMMER})|[IVXLC]+|[A-Z])[ \t]*"
    r"(?:[.:–\-\t]\s*(?=\S|$)|$|\s+(?=[A-Z‘'\"“(]))",
    re.MULTILINE,
)
_KOP_LID = re.compile(rf"[ \t]*{RANGWOORD}(?:(?:,|\s+(?:en|tot\s+en\s+met))\s*{RANGWOORD})*\s+lid\b", re.IGNORECASE)
_BIJLAGE_BIJ = re.compile(
    r"\s+(?:bij|van|behorende?\s+bij)\s+(?:het|de|onze|uw)\s+(?!verordening|beleidsregel|regeling|nadere)", re.IGNORECASE
)
# Cheap look before all names are tried: the last word is long and ends as names of laws do, or has a capital or a year.
_EINDIGT_ALS_WET = re.compile(r"(?:wet|wetboek|recht|bijstand|werknemers|zelfstandigen|werk|\b[A-Z]\w*|\d{4})$")
# "Re-integratieverordening Participatiewet (artikel 5)": an article of that verordening.
_EIGEN_TITEL = re.compile(r"(?:verordening|regels?|regeling|besluit)\s+$", re.IGNORECASE)
_EENVOUD = {"hoofdstukken": "hoofdstuk", "paragrafen": "paragraaf", "afdelingen": "afdeling", "titels": "titel", "bijlagen": "bijlage"}
_VROUWELIJK = frozenset({"paragraaf", "afdeling", "titel", "bijlage"})
_LEEG: Mapping[str, str] = {}


def vind_verwijzingen(tekst: str, begrippen: Mapping[str, str] | None = None) -> tuple[Verwijzing, ...]:
    """All citations in ``tekst``, in order; for each ``tekst[v.start:v.eind] == v.tekst``.

    ``begrippen`` maps names that the text defines ("de wet", "Pw-verordening") to what they stand for; the value
    "deze verordening" means the regulation itself. A heading ("Artikel 5 Aanvraag") is no citation.
    """
    kansen = _kansen(tekst)
    if not kansen and "\u00ad" not in tekst:
        return ()
    schoon = maak_schoon(tekst)
    if schoon.tekst is not tekst:
        kansen = _kansen(schoon.tekst)
    ruwe = _Zoeker(schoon.tekst, begrippen or _LEEG).zoek(kansen)
    if not ruwe:
        return ()
    verbind(schoon.tekst, ruwe)
    return tuple(als_verwijzing(tekst, *schoon.terug(ruw.start, ruw.eind), ruw) for ruw in ruwe)


def _kansen(tekst: str) -> list[int]:
    """Every place where a citation may begin, in order."""
    laag = tekst.lower()
    if len(laag) != len(tekst):  # a rare letter that is longer in lower case
        laag = tekst
    plaatsen = []
    soorten = tekst.encode("latin-1", "replace").translate(_TEKENSOORT)
    cijfer = soorten.find(b"0a")
    while cijfer >= 0:
        plaatsen.append(len(soorten[: cijfer + 1].rstrip(b"0")))
        cijfer = soorten.find(b"0a", cijfer + 1)
    for sleutel in _SLEUTELS:
        pos = laag.find(sleutel)
        while pos >= 0:
            if pos == 0 or not laag[pos - 1].isalpha():
                plaatsen.append(pos)
            pos = laag.find(sleutel, pos + 1)
    plaatsen.sort()
    return plaatsen


class _Zoeker:
    """Walks through one text; ``klaar`` is where the last citation ended."""

    def __init__(self, tekst: str, begrippen: Mapping[str, str]) -> None:
        self.tekst = tekst
        self.begrippen = begrippen
        self.klaar = 0
        self.gevonden: list[Ruw] = []

    def zoek(self, kansen: list[int]) -> list[Ruw]:
        """Try every place where a citation may begin."""
        for pos in kansen:
            treffer = _START.match(self.tekst, pos) if pos >= self.klaar else None
            if treffer is None:
                continue
            soort = treffer.lastgroup
            if soort == "artikel":
                self._artikel(treffer)
            elif soort == "lid":
                self._lid(treffer)
            elif soort == "onder":
                self._onder(treffer)
            elif soort == "nummer":
                self._nummer(treffer.start())
            else:
                self._deel(treffer)
        return self.gevonden

    # Each of these tries one way in; nothing happens when it is no citation after all.

    def _artikel(self, treffer: re.Match[str]) -> None:
        bouw = lees_artikel(self.tekst, treffer)
        if bouw is None:
            self._aanwijzend(treffer, "artikel")
            return
        staart = zoek_staart(self.tekst, bouw.eind, self.begrippen)
        if staart is None and self._is_kop(treffer.start()):
            self.klaar = bouw.eind
            return
        start = treffer.start()
        if staart is None:
            start, staart = self._wet_vooraf(start, bouw.eind)
        self._voeg_toe(start, bouw, staart)

    def _lid(self, treffer: re.Match[str]) -> None:
        pos = treffer.start()
        begin = self._begin_rangen(pos)
        if begin is not None:
            if self._is_kop(begin, _KOP_LID):
                self.klaar = treffer.end()
                return
            self._van_lid_af(begin)
        elif self.tekst[treffer.end() : treffer.end() + 3].strip()[:1].isdigit():
            self._van_lid_af(pos)
        else:
            self._aanwijzend(treffer, "lid")

    def _begin_rangen(self, pos: int) -> int | None:
        """Where the ordinals before the word lid begin: at "eerste" in "het eerste, tweede of derde lid"."""
        woorden = self.tekst[max(self.klaar, pos - 28) : pos].split()
        woord = woorden[-1].lstrip("([") if woorden else ""
        if not woord or rangnummer(woord) is None:
            return None
        laatste = self.tekst.rfind(woord, 0, pos)
        if not _LIJST_VOOR.search(self.tekst, max(self.klaar, laatste - 18), laatste):
            return laatste
        rij = _VOOR_LID.search(self.tekst, max(self.klaar, pos - 160), pos)
        if rij is None:
            return laatste
        return rij.start() + (4 if self.tekst[rij.start() : rij.start() + 4].lower() == "het " else 0)

    def _onder(self, treffer: re.Match[str]) -> None:
        if self._is_kop_regel(treffer.start()) and treffer.group()[0].isupper():
            return
        if treffer.group()[:3].lower() in {"ond", "sub"} and not _VOOR_ONDER.search(
            self.tekst[max(0, treffer.start() - 16) : treffer.start()]
        ):
            return
        if not self._van_lid_af(treffer.start()) and treffer.group().lower().startswith("onderdeel"):
            self._aanwijzend(treffer, "onderdeel")

    def _van_lid_af(self, begin: int) -> bool:
        """A citation that begins with a lid or onderdeel; the article may come after it ("het tweede lid van artikel 3")."""
        bouw = lees_lid(self.tekst, begin)
        if bouw is None:
            return False
        achter = _VAN_LID.match(self.tekst, bouw.eind)
        if achter and bouw.laatste.lid is None:
            self._combineer(bouw, lees_lid(self.tekst, achter.end()))
        vorig = _VAN_VORIG.match(self.tekst, bouw.eind)
        achter = _VAN_ARTIKEL.match(self.tekst, bouw.eind)
        if vorig and (vorig["soort"] == "artikel" or bouw.laatste.lid is None):
            wijze = vorig["wijze"].lower()
            relatief = f"{wijze if wijze in {'dit', 'dat'} else 'vorig'} {vorig['soort'].lower()}"
            self._combineer(bouw, Bouw([Doel(relatief=relatief)], eind=vorig.end()))
        elif achter:
            self._combineer(bouw, self._artikel_op(achter.end()))
        elif bouw.niveau == "lid" and _LID_VAN_IETS.match(self.tekst, bouw.eind):
            staart = zoek_staart(self.tekst, bouw.eind, self.begrippen)
            if staart is None or staart.eind == bouw.eind:
                return False  # a member: "het tweede lid van de commissie"
        met_artikel = any(doel.artikel for doel in bouw.doelen)
        staart = zoek_staart(self.tekst, bouw.eind, self.begrippen) if met_artikel else None
        self._voeg_toe(begin, bouw, staart)
        return True

    def _artikel_op(self, pos: int) -> Bouw | None:
        """An article at exactly this place: "artikel 3", "dit artikel", "dat artikel"."""
        kop = lees_woord(self.tekst, pos)
        if kop is not None and kop.lastgroup == "artikel":
            return lees_artikel(self.tekst, kop)
        woord = _DIT_ARTIKEL.match(self.tekst, pos)
        return Bouw([Doel(relatief=f"{woord[1].lower()} artikel")], eind=woord.end()) if woord else None

    @staticmethod
    def _combineer(bouw: Bouw, groter: Bouw | None) -> None:
        """Put the smaller targets inside the larger ones that follow."""
        if groter is None:
            return
        bouw.doelen = [
            klein._replace(artikel=groot.artikel, relatief=groot.relatief, lid=klein.lid or groot.lid, tussen=klein.tussen or groot.tussen)
            for groot in groter.doelen
            for klein in bouw.doelen
        ]
        bouw.eind = groter.eind
        bouw.stijl_afwijking = bouw.stijl_afwijking or groter.stijl_afwijking

    def _aanwijzend(self, treffer: re.Match[str], soort: str) -> None:
        """Such as "dit artikel", "dat lid", "het vorige lid", "deze paragraaf"."""
        voor = _AANWIJZEND.search(self.tekst, max(self.klaar, treffer.start() - 24), treffer.start())
        if voor is None or (soort == "lid" and _LID_VAN_IETS.match(self.tekst, treffer.end())):
            return
        meer = treffer.group().strip().lower() in {"leden", "artikelen", "onderdelen"}
        if voor["dit"]:
            relatief = f"{'deze' if soort in _VROUWELIJK else 'dit'} {soort}"
        elif voor["dat"]:
            relatief = f"dat {soort}"
        else:
            relatief = f"vorig {soort}"
        if meer and voor["vorig"] is None:
            return  # "deze artikelen", "die leden": which ones, the text does not say
        start = voor.start("dit") if voor["dit"] else voor.start("dat") if voor["dat"] else voor.start("vorig")
        bouw = Bouw([Doel(relatief=relatief)], eind=treffer.start() + len(treffer.group().rstrip()))
        if not meer:
            lees_vervolg(self.tekst, bouw)
        self._voeg_toe(start, bouw, None)

    def _nummer(self, pos: int) -> None:
        """A number without the word artikel counts only when a known law follows."""
        if self.tekst[pos - 1 : pos] in {".", ":", "-", "–", "/", "€", ","}:
            return
        bouw = lees_nummer(self.tekst, pos)
        staart = zoek_staart(self.tekst, bouw.eind, self.begrippen) if bouw else None
        if bouw and staart and staart.wet and bekende_wet(staart.wet):
            self._voeg_toe(pos, bouw, staart)

    def _deel(self, treffer: re.Match[str]) -> None:
        """Such as "hoofdstuk 3", "de paragrafen 2 en 3", "bijlage 2", "titel 4.2 Awb"."""
        woord = treffer.group().strip().lower()
        soort = _EENVOUD.get(woord, "paragraaf" if "§" in woord else woord)
        nummer = _DEELNUMMER.match(self.tekst, treffer.end())
        if nummer is None:
            self._aanwijzend(treffer, soort)
            return
        bouw = Bouw(niveau="deel")
        while nummer is not None:
            bouw.doelen.append(Doel(deel=f"{soort} {nummer['nummer']}"))
            bouw.eind = nummer.end()
            pos, tussen = lees_scheiding(self.tekst, bouw.eind)
            nummer = _DEELNUMMER.match(self.tekst, pos) if tussen in {"voeg", "bereik"} or (tussen and woord != soort) else None
        hoger = _VAN_DEEL.match(self.tekst, bouw.eind)
        hogernummer = _DEELNUMMER.match(self.tekst, hoger.end()) if hoger else None
        if hoger and hogernummer:
            if hoger["groter"]:
                bouw.doelen = [Doel(deel=f"{doel.deel} van {hoger['groter'].lower()} {hogernummer['nummer']}") for doel in bouw.doelen]
            else:
                bouw.doelen = [Doel(deel=f"{hoger['kleiner'].lower()} {hogernummer['nummer']} van {bouw.laatste.deel}")]
            bouw.eind = hogernummer.end()
        if (binnen := _BINNEN_DEEL.match(self.tekst, bouw.eind)) and (onder := lees_lid(self.tekst, binnen.end())):
            bouw.eind = onder.eind  # "bijlage 1, onder a": a place within that division, which is as far as we look
        staart = zoek_staart(self.tekst, bouw.eind, self.begrippen)
        if staart is None and (self._is_kop(treffer.start()) or (soort == "bijlage" and self._bij_ander_stuk(treffer.start(), bouw.eind))):
            self.klaar = bouw.eind
            return
        self._voeg_toe(treffer.start(), bouw, staart)

    def _bij_ander_stuk(self, start: int, eind: int) -> bool:
        """An annex to something else ("bijlage 1 bij het raadsvoorstel"); at the start of a line "Bijlage 1 bij …" is a heading."""
        return _BIJLAGE_BIJ.match(self.tekst, eind) is not None or (
            self._is_kop_regel(start) and _BEHOREND.match(self.tekst, eind) is not None
        )

    def _voeg_toe(self, start: int, bouw: Bouw, staart: Staart | None) -> None:
        eind = staart.eind if staart else bouw.eind
        doelen = tuple(bouw.doelen)
        self.gevonden.append(Ruw(start, eind, doelen, staart, bouw.stijl_afwijking, bouw.beschadigd))
        zuster = zusterwet(self.tekst, staart) if staart else None
        if zuster:
            eind = zuster.eind
            self.gevonden.append(Ruw(start, eind, doelen, zuster, bouw.stijl_afwijking, bouw.beschadigd))
        self.klaar = eind
        if staart and not staart.intern:
            pos, tussen = lees_scheiding(self.tekst, eind)
            volgend = lees_woord(self.tekst, pos) if tussen in {"voeg", "komma"} else None
            if volgend is not None and volgend.lastgroup == "nummer":
                self._nummer(volgend.start())  # "artikel 29a IOAW en 29a IOAZ"

    def _wet_vooraf(self, start: int, eind: int) -> tuple[int, Staart | None]:
        """The law that stands right before the citation: "Participatiewet, art. 8a, lid 1", "Participatiewet (artikel 8a)"."""
        vanaf = max(self.klaar, start - 120)
        open_ = self.tekst[vanaf:start].rstrip().rstrip(",:;").rstrip()
        kaal = (_HIERNA.sub("", open_) if open_.endswith(")") else open_).removesuffix("(").rstrip()
        if not _EINDIGT_ALS_WET.search(kaal[kaal.rfind(" ") + 1 :]):
            return start, None
        bekend = wet_aan_het_eind(kaal)
        if bekend is None or (kaal != open_ and _EIGEN_TITEL.search(kaal, 0, bekend[0])):
            return start, None
        return (vanaf + bekend[0] if kaal == open_ else start), Staart(eind, bekend[1].naam, bekend[1].bwb)

    def _is_kop_regel(self, pos: int) -> bool:
        return not self.tekst[self.tekst.rfind("\n", 0, pos) + 1 : pos].strip()

    def _is_kop(self, pos: int, vorm: re.Pattern[str] = _KOP) -> bool:
        """A heading: begins the line with a capital, and after the number comes a title or nothing."""
        return not self.tekst[pos].islower() and self._is_kop_regel(pos) and vorm.match(self.tekst, pos) is not None
