"""Reads one citation from its first word on: articles, leden, onderdelen, in lists and ranges (recursive descent by hand)."""

from __future__ import annotations

import re

from verordening_tool.references.bouw import Bouw
from verordening_tool.references.telwoorden import rangnummer
from verordening_tool.references.tokens import Scheiding, Woord, lees_scheiding, lees_woord

# A number that counts something is no article: "artikel 5, 14 dagen na".
_EENHEID = re.compile(
    r"\s*(?:%|€|(?:dag|week|weken|maand|kwartaal|jaar|jaren|uur|uren|minuten|procent|euro|personen|persoon|keer|maal|kilometer|km|m2|meter|plek|plaats"
    r"|gemeenten?(?!\w)|werkda|kalenderda|januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|inwoner|leerling"
    r"|dienstbetrekking|punten|miljoen|duizend|eenhe|andere|extra|nieuwe)\w*\b)",
    re.IGNORECASE,
)
_BEDRAG = re.compile(r"\d{1,3}(?:\.\d{3})+$")
_LOSSE_LETTER = re.compile(r" (?P<letter>[a-z])(?=\s*,|\s+(?:van|lid|jo)\b|\s*\)|\s*$)")
_ROMEINS = re.compile(r"\s*(?P<nummer>[IVXLC]+)(?!\w)")
_BESCHADIGD = re.compile(r"\s+(?P<letter>[a-z])(?=,\s*(?:eerste|tweede|derde|vierde|vijfde|zesde|zevende|achtste|negende)\s+lid)")
_LID_VOLGT = re.compile(r"\s*,?\s*(?:(?:lid|leden)\s*\d|\w+\s+lid\b)", re.IGNORECASE)
_VAN_ANDER = re.compile(r"\s+van\s+(?:het\s+\w+\s+lid|lid\s|(?:dit\s+|dat\s+)?artikel)", re.IGNORECASE)
_BEHALVE = re.compile(r"\s*,\s*(?:met\s+uitzondering\s+van|behalve|behoudens)\s+", re.IGNORECASE)
_MENS = re.compile(r"\s+[a-z]")  # "u" followed by a word is a person, not a letter of a list


def lees_artikel(tekst: str, kop: Woord) -> Bouw | None:
    """A citation that begins with "artikel(en)" or "art."; None when no number follows."""
    kopwoord = kop.group().lower()
    bouw = Bouw(meervoud=kopwoord.startswith(("artikelen", "artikel(", "artt")), stijl_afwijking=not kopwoord.startswith("artikel"))
    eerste = lees_woord(tekst, kop.end())
    if eerste is not None and eerste.lastgroup == "nummer":
        nummer, bouw.eind = _als_nummer(eerste), eerste.end()
        los = _LOSSE_LETTER.match(tekst, bouw.eind) if nummer.isdecimal() else None
        if los:
            nummer, bouw.eind = nummer + los["letter"], los.end()
        bouw.artikel(nummer, "")
    elif romeins := _ROMEINS.match(tekst, kop.end()):
        bouw.artikel(romeins["nummer"], "")
        bouw.eind = romeins.end()
    elif kapot := _BESCHADIGD.match(tekst, kop.end()):
        bouw.artikel(kapot["letter"], "")
        bouw.eind, bouw.beschadigd = kapot.end(), True
    else:
        return None
    lees_vervolg(tekst, bouw)
    return bouw


def _als_nummer(woord: Woord) -> str:
    """The number of an article: "10B" is 10b, but the chapter in "IV.2" and "B3" keeps its capitals."""
    nummer = woord.group()
    return nummer if nummer[0].isupper() else nummer.lower()


def lees_nummer(tekst: str, begin: int) -> Bouw | None:
    """A citation without the word artikel ("6:162 BW"); whoever calls must see that a law follows."""
    eerste = lees_woord(tekst, begin)
    if eerste is None or eerste.lastgroup != "nummer":
        return None
    bouw = Bouw(eind=eerste.end())
    bouw.artikel(_als_nummer(eerste), "")
    lees_vervolg(tekst, bouw)
    return bouw


def lees_lid(tekst: str, begin: int) -> Bouw | None:
    """A citation that begins with a lid ("het eerste en tweede lid", "lid 2") or an onderdeel ("onder a", "de aanhef en onder b")."""
    bouw = Bouw(eind=begin)
    eerste = lees_woord(tekst, begin)
    if eerste is None or eerste.lastgroup not in {"rang", "lidcijfer", "onder", "aanhef"} or not _element(tekst, eerste, "", bouw):
        return None
    lees_vervolg(tekst, bouw)
    return bouw if any(doel.lid or doel.onderdeel for doel in bouw.doelen) else None


def lees_vervolg(tekst: str, bouw: Bouw) -> None:
    """All that follows the first number, as far as it belongs to the same citation."""
    while True:
        pos, scheiding = lees_scheiding(tekst, bouw.eind)
        woord = lees_woord(tekst, pos)
        if (woord is None or not _element(tekst, woord, scheiding, bouw)) and not (bouw.meervoud and _uitzondering(tekst, bouw)):
            break
    if not scheiding and tekst.startswith("(", pos) and _tussen_haakjes(tekst, pos + 1, bouw):
        woord, scheiding = lees_woord(tekst, bouw.eind), ""
    if woord is not None and woord.lastgroup == "ev" and not scheiding:
        bouw.eind = woord.end()


def _uitzondering(tekst: str, bouw: Bouw) -> bool:
    """An exception inside a list that goes on: "artikelen 5, met uitzondering van het tweede lid, 6 en 7". Its places are cited too."""
    behalve = _BEHALVE.match(tekst, bouw.eind) if bouw.laatste.artikel else None
    uitgezonderd = lees_lid(tekst, behalve.end()) if behalve else None
    if uitgezonderd is None:
        return False
    pos, scheiding = lees_scheiding(tekst, uitgezonderd.eind)
    volgend = lees_woord(tekst, pos)
    if not scheiding or volgend is None or volgend.lastgroup != "nummer" or _EENHEID.match(tekst, volgend.end()):
        return False
    artikel = bouw.laatste.artikel
    bouw.doelen.extend(doel._replace(artikel=artikel) for doel in uitgezonderd.doelen)
    bouw.eind, bouw.niveau, bouw.lid_in_cijfers = uitgezonderd.eind, "lid", False
    return True


def _tussen_haakjes(tekst: str, pos: int, bouw: Bouw) -> bool:
    """A lid in brackets behind the article: "artikel 10b (lid 7)". Whether there is one."""
    woord = lees_woord(tekst, pos)
    if woord is None or woord.lastgroup not in {"lidcijfer", "rang", "onder"} or bouw.laatste.lid is not None:
        return False
    proef = Bouw([bouw.laatste], eind=woord.start())
    if not _element(tekst, woord, "", proef):
        return False
    lees_vervolg(tekst, proef)
    if not tekst.startswith(")", proef.eind):
        return False
    bouw.doelen[-1:] = proef.doelen
    bouw.eind, bouw.stijl_afwijking = proef.eind + 1, bouw.stijl_afwijking or proef.stijl_afwijking
    return True


def _element(tekst: str, woord: Woord, scheiding: Scheiding, bouw: Bouw) -> bool:
    """Take one element in; False (and nothing changed) when the word does not belong to the citation."""
    lezer = _LEZERS.get(woord.lastgroup or "")
    return lezer is not None and lezer(tekst, woord, scheiding, bouw)


def _rang(tekst: str, woord: Woord, scheiding: Scheiding, bouw: Bouw) -> bool:
    """Ordinals up to the word lid: "eerste, tweede en vierde tot en met zesde lid"."""
    lidwoord = woord.start("rangwoord") > woord.start()
    if lidwoord and scheiding == "voeg" and bouw.laatste.artikel and not bouw.lid_met_lidwoord:
        return False  # "artikel 5 en het tweede lid": that is a lid of the article in which this stands
    rangen: list[tuple[str, Scheiding]] = []
    huidig: Woord | None = woord
    tussen = scheiding
    cijfers = False
    while huidig is not None and huidig.lastgroup == "rang":
        rangwoord = huidig["rangwoord"]
        nummer = rangnummer(rangwoord)
        if nummer is None:
            return False
        cijfers = cijfers or rangwoord[0].isdigit()
        rangen.append((nummer, tussen))
        if huidig["lidwoord"]:
            tussen = ""
            break
        pos, tussen = lees_scheiding(tekst, huidig.end())
        huidig = lees_woord(tekst, pos)
    if huidig is None or tussen or huidig.lastgroup not in {"rang", "lid", "zin"}:
        return False
    if huidig.lastgroup != "zin":
        for nummer, voor in rangen:
            bouw.lid(nummer, voor)
        bouw.lid_in_cijfers, bouw.lid_met_lidwoord = False, lidwoord
        bouw.stijl_afwijking = bouw.stijl_afwijking or cijfers
    elif not bouw.doelen:
        return False
    bouw.eind = huidig.end()
    return True


def _lidcijfer(tekst: str, woord: Woord, scheiding: Scheiding, bouw: Bouw) -> bool:
    nummer = lees_woord(tekst, woord.end())
    if nummer is None or nummer.lastgroup != "nummer" or ":" in nummer.group() or "." in nummer.group():
        return False
    bouw.lid(nummer.group().lower(), scheiding)
    bouw.lid_in_cijfers = bouw.stijl_afwijking = True
    bouw.eind = nummer.end()
    return True


def _onder(tekst: str, woord: Woord, scheiding: Scheiding, bouw: Bouw) -> bool:
    onderwoord, laatste = woord["onderwoord"].lower(), bouw.laatste
    kaal = scheiding == "voeg" and bouw.doelen and laatste.onderdeel is None and not laatste.aanhef
    if kaal and not (onderwoord == "onder" and laatste.lid):
        return False  # "artikel 3 en onderdeel b van …": the second is a citation of its own
    waarde = lees_woord(tekst, woord.end())
    if waarde is None or waarde.lastgroup not in {"letter", "graad", "nummer"} or waarde.start() - woord.end() > 3:
        return False
    is_letter, geschreven, eind = waarde.lastgroup == "letter", waarde.group(), waarde.end()
    tekstwaarde = geschreven.rstrip(".").replace("º", "°").replace(" ", "").lower()
    if waarde.lastgroup == "nummer" and (not tekstwaarde.isdecimal() or len(tekstwaarde) > 2 or _EENHEID.match(tekst, eind)):
        return False
    if is_letter and _is_mens(tekst, waarde):
        return False
    if scheiding == "voeg" and _VAN_ANDER.match(tekst, eind):
        return False
    if not is_letter and laatste.onderdeel and laatste.onderdeel.isalpha():
        bouw.sub(tekstwaarde.rstrip("°") + "°", scheiding)
    else:
        bouw.onderdeel(tekstwaarde, scheiding)
        bouw.onderdeel_in_cijfers = not is_letter
    if onderwoord in {"sub", "letter", "letters"} or (is_letter and geschreven.endswith(".")):
        bouw.stijl_afwijking = True
    bouw.eind = eind
    return True


def _is_mens(tekst: str, woord: Woord) -> bool:
    return (
        woord.group() == "u"
        and _MENS.match(tekst, woord.end()) is not None
        and not tekst.startswith((" van ", " of ", " en "), woord.end())
    )


def _aanhef(_tekst: str, woord: Woord, scheiding: Scheiding, bouw: Bouw) -> bool:
    if scheiding == "bereik":
        return False
    bouw.aanhef()
    bouw.eind = woord.end()
    return True


def _loopt_terug(letter: str, scheiding: Scheiding, bouw: Bouw) -> bool:
    """Whether a list of letters runs backwards on purpose: "e, d, c en a"."""
    vorige = [doel.onderdeel or "" for doel in bouw.doelen[-2:]]
    return letter < vorige[-1] and (scheiding == "komma" or (len(vorige) == 2 and vorige[0] > vorige[1]))


def _letter(tekst: str, woord: Woord, scheiding: Scheiding, bouw: Bouw) -> bool:
    """A further letter of a list; "a, eerste lid" after a lid is an article that lost its digit."""
    letter = woord.group().rstrip(".").lower()
    if not scheiding or _is_mens(tekst, woord):
        return False
    if bouw.niveau in {"onderdeel", "sub"}:
        vorige = bouw.laatste.onderdeel or ""
        terug = len(letter) == len(vorige) and letter <= vorige
        if bouw.onderdeel_in_cijfers or (terug and not _loopt_terug(letter, scheiding, bouw)):
            return False
        bouw.onderdeel(letter, scheiding)
    elif scheiding == "bereik" or bouw.laatste.artikel is None:
        return False
    elif bouw.niveau == "lid" and _BESCHADIGD.match(" " + tekst[woord.start() : woord.start() + 40]):
        bouw.artikel(letter, scheiding)
        bouw.beschadigd = True
    elif bouw.niveau == "lid" and scheiding == "komma" and tekst[woord.end() : woord.end() + 1] in {",", ";", ".", ")", ""}:
        bouw.onderdeel(letter, scheiding)
        bouw.stijl_afwijking = True
    else:
        return False
    bouw.eind = woord.end()
    return True


def _graad(_tekst: str, woord: Woord, scheiding: Scheiding, bouw: Bouw) -> bool:
    nummer = woord.group().rstrip(".").replace("º", "°").replace(" ", "")
    if bouw.niveau == "sub" or (bouw.niveau == "onderdeel" and not bouw.onderdeel_in_cijfers):
        bouw.sub(nummer, scheiding)
    elif bouw.doelen:
        bouw.onderdeel(nummer, scheiding)
        bouw.onderdeel_in_cijfers = True
    else:
        return False
    bouw.eind = woord.end()
    return True


def _nummer(tekst: str, woord: Woord, scheiding: Scheiding, bouw: Bouw) -> bool:
    """A bare number: another article, lid or onderdeel, whichever the list was counting."""
    nummer = _als_nummer(woord)
    heel = nummer.isdecimal()
    if not scheiding or _EENHEID.match(tekst, woord.end()) or _BEDRAG.match(nummer) or (heel and len(nummer) == 4):
        return False
    if heel and bouw.niveau == "lid" and bouw.lid_in_cijfers and not (scheiding == "voeg" and _LID_VOLGT.match(tekst, woord.end())):
        bouw.lid(nummer, scheiding)
    elif heel and bouw.niveau == "onderdeel" and bouw.onderdeel_in_cijfers:
        bouw.onderdeel(nummer, scheiding)
    elif heel and bouw.niveau == "onderdeel" and scheiding == "komma" and not bouw.meervoud and len(nummer) == 1:
        bouw.sub(nummer + "°", scheiding)
    elif bouw.laatste.artikel is None or (scheiding == "bereik" and bouw.niveau != "artikel" and not bouw.meervoud):
        return False  # "artikelen 4, tweede lid, tot en met 6" is a range of articles
    else:
        bouw.artikel(nummer, scheiding)
    bouw.eind = woord.end()
    return True


def _zin(_tekst: str, woord: Woord, scheiding: Scheiding, bouw: Bouw) -> bool:
    """The last sentence of what was cited; an ordinal before it is read by ``_rang``."""
    if not bouw.doelen or scheiding not in {"", "komma"} or not woord.group().lower().startswith("laatste"):
        return False
    bouw.eind = woord.end()
    return True


_LEZERS = {
    "rang": _rang,
    "lidcijfer": _lidcijfer,
    "onder": _onder,
    "aanhef": _aanhef,
    "letter": _letter,
    "graad": _graad,
    "nummer": _nummer,
    "zin": _zin,
}
