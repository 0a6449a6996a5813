"""Reads one citation from its first word on: articles, leden, onderdelen, in lists and ranges (recursive descent by hand)."""

from __future__ import annotations

import re

from verordening_tool.references.bouw import Bouw, Scheiding
from verordening_tool.references.telwoorden import rangnummer
from verordening_tool.references.tokens import Token, lees_token

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
_HAAKJE = re.compile(r"\s*\(")
_MENS = re.compile(r"\s+[a-z]")  # "u" followed by a word is a person, not a letter of a list


def lees_artikel(tekst: str, kop: Token) -> Bouw | None:
    """A citation that begins with "artikel(en)" or "art."; None when no number follows."""
    bouw = Bouw(meervoud=kop.tekst.lower().startswith(("artikelen", "artikel(", "artt")))
    bouw.stijl_afwijking = not kop.tekst.lower().startswith("artikel")
    eerste = lees_token(tekst, kop.eind)
    if eerste is not None and eerste.soort == "nummer":
        nummer, bouw.eind = eerste.tekst.lower(), eerste.eind
        los = _LOSSE_LETTER.match(tekst, eerste.eind) if nummer.isdecimal() else None
        if los:
            nummer, bouw.eind = nummer + los["letter"], los.end()
        bouw.artikel(nummer, "")
    elif romeins := _ROMEINS.match(tekst, kop.eind):
        bouw.artikel(romeins["nummer"], "")
        bouw.eind = romeins.end()
    elif kapot := _BESCHADIGD.match(tekst, kop.eind):
        bouw.artikel(kapot["letter"], "")
        bouw.eind, bouw.beschadigd = kapot.end(), True
    else:
        return None
    lees_vervolg(tekst, bouw)
    return bouw


def lees_nummer(tekst: str, begin: int) -> Bouw | None:
    """A citation without the word artikel ("6:162 BW"); whoever calls must see that a law follows."""
    eerste = lees_token(tekst, begin)
    if eerste is None or eerste.soort != "nummer":
        return None
    bouw = Bouw(eind=eerste.eind)
    bouw.artikel(eerste.tekst.lower(), "")
    lees_vervolg(tekst, bouw)
    return bouw


def lees_lid(tekst: str, begin: int) -> Bouw | None:
    """A citation that begins with a lid ("het eerste en tweede lid", "lid 2") or an onderdeel ("onder a", "de aanhef en onder b")."""
    bouw = Bouw(eind=begin)
    eerste = lees_token(tekst, begin)
    if eerste is None or eerste.soort not in {"rang", "lidcijfer", "onder", "aanhef"} or not _element(tekst, eerste, "", bouw):
        return None
    lees_vervolg(tekst, bouw)
    return bouw if any(doel.lid or doel.onderdeel for doel in bouw.doelen) else None


def lees_vervolg(tekst: str, bouw: Bouw) -> None:
    """All that follows the first number, as far as it belongs to the same citation."""
    while True:
        pos, scheiding = lees_scheiding(tekst, bouw.eind)
        token = lees_token(tekst, pos)
        if (token is None or not _element(tekst, token, scheiding, bouw)) and not _uitzondering(tekst, bouw):
            break
    _tussen_haakjes(tekst, bouw)
    ev = lees_token(tekst, bouw.eind)
    if ev is not None and ev.soort == "ev":
        bouw.eind = ev.eind


def _uitzondering(tekst: str, bouw: Bouw) -> bool:
    """An exception inside a list that goes on: "artikelen 5, met uitzondering van het tweede lid, 6 en 7". Its places are cited too."""
    behalve = _BEHALVE.match(tekst, bouw.eind) if bouw.meervoud and bouw.laatste.artikel else None
    uitgezonderd = lees_lid(tekst, behalve.end()) if behalve else None
    if uitgezonderd is None:
        return False
    pos, scheiding = lees_scheiding(tekst, uitgezonderd.eind)
    volgend = lees_token(tekst, pos)
    if not scheiding or volgend is None or volgend.soort != "nummer" or _EENHEID.match(tekst, volgend.eind):
        return False
    artikel = bouw.laatste.artikel
    bouw.doelen.extend(doel._replace(artikel=artikel) for doel in uitgezonderd.doelen)
    bouw.eind, bouw.niveau, bouw.lid_in_cijfers = uitgezonderd.eind, "lid", False
    return True


def _tussen_haakjes(tekst: str, bouw: Bouw) -> None:
    """A lid in brackets behind the article: "artikel 10b (lid 7)"."""
    haakje = _HAAKJE.match(tekst, bouw.eind)
    token = lees_token(tekst, haakje.end()) if haakje else None
    if token is None or token.soort not in {"lidcijfer", "rang", "onder"} or bouw.laatste.lid is not None:
        return
    proef = Bouw([bouw.laatste], eind=token.start)
    if _element(tekst, token, "", proef):
        lees_vervolg(tekst, proef)
        if tekst.startswith(")", proef.eind):
            bouw.doelen[-1:] = proef.doelen
            bouw.eind, bouw.stijl_afwijking = proef.eind + 1, bouw.stijl_afwijking or proef.stijl_afwijking


def lees_scheiding(tekst: str, pos: int) -> tuple[int, Scheiding]:
    """Commas and words like "en", "of", "tot en met" from ``pos`` on: where they end and what they are."""
    soort: Scheiding = ""
    while (token := lees_token(tekst, pos)) is not None:
        if token.soort == "komma":
            soort = soort or "komma"
        elif token.soort == "voeg":
            soort = "voeg"
        elif token.soort == "bereik":
            soort = "bereik"
        else:
            break
        pos = token.eind
    return pos, soort


def _element(tekst: str, token: Token, scheiding: Scheiding, bouw: Bouw) -> bool:
    """Take one element in; False (and nothing changed) when the word does not belong to the citation."""
    lezer = _LEZERS.get(token.soort)
    return lezer is not None and lezer(tekst, token, scheiding, bouw)


def _rang(tekst: str, token: Token, scheiding: Scheiding, bouw: Bouw) -> bool:
    """Ordinals up to the word lid: "eerste, tweede en vierde tot en met zesde lid"."""
    lidwoord = tekst[token.start : token.start + 3].lower().strip() in {"het", "de"}
    if lidwoord and scheiding == "voeg" and bouw.laatste.artikel and not bouw.lid_met_lidwoord:
        return False  # "artikel 5 en het tweede lid": that is a lid of the article in which this stands
    rangen: list[tuple[str, Scheiding]] = []
    huidig: Token | None = token
    tussen = scheiding
    cijfers = False
    while huidig is not None and huidig.soort == "rang":
        nummer = rangnummer(huidig.tekst)
        if nummer is None:
            return False
        cijfers = cijfers or huidig.tekst[:1].isdigit()
        rangen.append((nummer, tussen))
        pos, tussen = lees_scheiding(tekst, huidig.eind)
        huidig = lees_token(tekst, pos)
    if huidig is None or tussen or huidig.soort not in {"lid", "zin"}:
        return False
    if huidig.soort == "lid":
        for nummer, voor in rangen:
            bouw.lid(nummer, voor)
        bouw.lid_in_cijfers, bouw.lid_met_lidwoord = False, lidwoord
        bouw.stijl_afwijking = bouw.stijl_afwijking or cijfers
    elif not bouw.doelen:
        return False
    bouw.eind = huidig.eind
    return True


def _lidcijfer(tekst: str, token: Token, scheiding: Scheiding, bouw: Bouw) -> bool:
    nummer = lees_token(tekst, token.eind)
    if nummer is None or nummer.soort != "nummer" or ":" in nummer.tekst or "." in nummer.tekst:
        return False
    bouw.lid(nummer.tekst.lower(), scheiding)
    bouw.lid_in_cijfers = bouw.stijl_afwijking = True
    bouw.eind = nummer.eind
    return True


def _onder(tekst: str, token: Token, scheiding: Scheiding, bouw: Bouw) -> bool:
    kaal = scheiding == "voeg" and bouw.doelen and bouw.laatste.onderdeel is None and not bouw.laatste.aanhef
    if kaal and not (token.tekst == "onder" and bouw.laatste.lid):
        return False  # "artikel 3 en onderdeel b van …": the second is a citation of its own
    waarde = lees_token(tekst, token.eind)
    if waarde is None or waarde.soort not in {"letter", "graad", "nummer"} or waarde.start - token.eind > 3:
        return False
    tekstwaarde = waarde.tekst.rstrip(".").replace("º", "°").replace(" ", "").lower()
    if waarde.soort == "nummer" and (not tekstwaarde.isdecimal() or len(tekstwaarde) > 2 or _EENHEID.match(tekst, waarde.eind)):
        return False
    if waarde.soort == "letter" and _is_mens(tekst, waarde):
        return False
    if scheiding == "voeg" and _VAN_ANDER.match(tekst, waarde.eind):
        return False
    if waarde.soort != "letter" and bouw.laatste.onderdeel and bouw.laatste.onderdeel.isalpha():
        bouw.sub(tekstwaarde.rstrip("°") + "°", scheiding)
    else:
        bouw.onderdeel(tekstwaarde, scheiding)
        bouw.onderdeel_in_cijfers = waarde.soort != "letter"
    if token.tekst in {"sub", "letter", "letters"} or (waarde.tekst.endswith(".") and waarde.soort == "letter"):
        bouw.stijl_afwijking = True
    bouw.eind = waarde.eind
    return True


def _is_mens(tekst: str, token: Token) -> bool:
    return token.tekst == "u" and _MENS.match(tekst, token.eind) is not None and not tekst.startswith((" van ", " of ", " en "), token.eind)


def _aanhef(_tekst: str, token: Token, scheiding: Scheiding, bouw: Bouw) -> bool:
    if scheiding == "bereik":
        return False
    bouw.aanhef()
    bouw.eind = token.eind
    return True


def _loopt_terug(letter: str, scheiding: Scheiding, bouw: Bouw) -> bool:
    """Whether a list of letters runs backwards on purpose: "e, d, c en a"."""
    vorige = [doel.onderdeel or "" for doel in bouw.doelen[-2:]]
    return letter < vorige[-1] and (scheiding == "komma" or (len(vorige) == 2 and vorige[0] > vorige[1]))


def _letter(tekst: str, token: Token, scheiding: Scheiding, bouw: Bouw) -> bool:
    """A further letter of a list; "a, eerste lid" after a lid is an article that lost its digit."""
    letter = token.tekst.rstrip(".").lower()
    if not scheiding or _is_mens(tekst, token):
        return False
    if bouw.niveau in {"onderdeel", "sub"}:
        vorige = bouw.laatste.onderdeel or ""
        terug = len(letter) == len(vorige) and letter <= vorige
        if bouw.onderdeel_in_cijfers or (terug and not _loopt_terug(letter, scheiding, bouw)):
            return False
        bouw.onderdeel(letter, scheiding)
    elif scheiding == "bereik" or bouw.laatste.artikel is None:
        return False
    elif bouw.niveau == "lid" and _BESCHADIGD.match(" " + tekst[token.start : token.start + 40]):
        bouw.artikel(letter, scheiding)
        bouw.beschadigd = True
    elif bouw.niveau == "lid" and scheiding == "komma" and tekst[token.eind : token.eind + 1] in {",", ";", ".", ")", ""}:
        bouw.onderdeel(letter, scheiding)
        bouw.stijl_afwijking = True
    else:
        return False
    bouw.eind = token.eind
    return True


def _graad(_tekst: str, token: Token, scheiding: Scheiding, bouw: Bouw) -> bool:
    nummer = token.tekst.rstrip(".").replace("º", "°").replace(" ", "")
    if bouw.niveau == "sub" or (bouw.niveau == "onderdeel" and not bouw.onderdeel_in_cijfers):
        bouw.sub(nummer, scheiding)
    elif bouw.doelen:
        bouw.onderdeel(nummer, scheiding)
        bouw.onderdeel_in_cijfers = True
    else:
        return False
    bouw.eind = token.eind
    return True


def _nummer(tekst: str, token: Token, scheiding: Scheiding, bouw: Bouw) -> bool:
    """A bare number: another article, lid or onderdeel, whichever the list was counting."""
    nummer = token.tekst.lower()
    heel = nummer.isdecimal()
    if not scheiding or _EENHEID.match(tekst, token.eind) or _BEDRAG.match(nummer) or (heel and len(nummer) == 4):
        return False
    if heel and bouw.niveau == "lid" and bouw.lid_in_cijfers and not (scheiding == "voeg" and _LID_VOLGT.match(tekst, token.eind)):
        bouw.lid(nummer, scheiding)
    elif heel and bouw.niveau == "onderdeel" and bouw.onderdeel_in_cijfers:
        bouw.onderdeel(nummer, scheiding)
    elif heel and bouw.niveau == "onderdeel" and scheiding == "komma" and not bouw.meervoud and len(nummer) == 1:
        bouw.sub(nummer + "°", scheiding)
    elif bouw.laatste.artikel is None or (scheiding == "bereik" and bouw.niveau != "artikel" and not bouw.meervoud):
        return False  # "artikelen 4, tweede lid, tot en met 6" is a range of articles
    else:
        bouw.artikel(nummer, scheiding)
    bouw.eind = token.eind
    return True


def _zin(_tekst: str, token: Token, scheiding: Scheiding, bouw: Bouw) -> bool:
    """The last sentence of what was cited; an ordinal before it is read by ``_rang``."""
    if not bouw.doelen or scheiding not in {"", "komma"} or not token.tekst.lower().startswith("laatste"):
        return False
    bouw.eind = token.eind
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
