"""What publication sites put around a regulation: wetstechnische informatie becomes Metadata, banners and links are left out.

Works on lines of text, since the sites (lokaleregelgeving.overheid.nl, officielebekendmakingen.nl, the older
decentrale.regelgeving.overheid.nl) changed their markup often and their words seldom; so it serves copied text as well.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from verordening_tool.document.blok import Document, Metadata
from verordening_tool.readers.dates import dutch_date

_START = re.compile(r"(?:Toon )?wetstechnische informatie$", re.IGNORECASE)
_END = re.compile(r"(?:Tekst van de regeling|Intitul[eé]|Regeling)$", re.IGNORECASE)
_LABEL = re.compile(r"Intitul[eé]$|Tekst van de regeling$", re.IGNORECASE)
_BANNER = re.compile(
    r"""Ziet\ u\ een\ fout\ in\ deze\ regeling|Bent\ u\ van\ mening\ dat\ de\ inhoud|Meld\ het\ ons\ op
    |Permanente\ link|Naar\ de\ actuele\ versie
    |Naar\ de\ door\ u\ bekeken\ versie|https?://(?:lokaleregelgeving|decentrale\.regelgeving|zoek\.officielebekendmakingen)\S*$
    |Skip\ navigatie|Start\ van\ deze\ pagina|Ga\ (?:direct\ )?naar\ de\ inhoud|U\ bent\ hier:?$|Terug\ naar\ (?:zoek|bekendmakingen|boven)
    |Toon\ (?:volledige\ )?inhoudsopgave|Lokale\ wet-\ en\ regelgeving$|Zoals\ vergunningen,\ bouwplannen\ en\ lokale\ regelgeving
    |Adressen\ en\ contactpersonen\ van\ overheidsorganisaties|Authentieke\ versie\ downloaden|Overheid\.nl\ -\ de\ wegwijzer
    |Technische\ informatie$
    |De\ wegwijzer\ naar\ informatie\ en\ diensten|Pagina\ delen$|Gegevens\ van\ de\ regeling$
    |Maak\ een\ permanente\ link|Druk\ (?:de|het)\ regeling""",
    re.VERBOSE | re.IGNORECASE,
)
_VALID = re.compile(r"Geldend van\s+(\S+)\s+t/m\s+(\S+)(?:\s+met terugwerkende kracht vanaf\s+(\S+))?", re.IGNORECASE)
_LAPSED = re.compile(r"Regeling vervallen per\s+(\S+)$", re.IGNORECASE)

_FIELDS = {
    "organisatietype": "organisatietype",
    "organisatie": "organisatie",
    "officiële naam regeling": "titel",
    "citeertitel": "citeertitel",
    "vastgesteld door": "vastgesteld_door",
    "eigen onderwerp": "eigen_onderwerp",
    "onderwerp": "onderwerp",
    "externe bijlage": "externe_bijlage",
    "externe bijlagen": "externe_bijlage",
}
_HEADS = {
    "wettelijke grondslag": "grondslagen",
    "opmerkingen met betrekking": "opmerkingen",
    "regelgeving die op deze regeling": "gedelegeerd",
    "overzicht van in de tekst verwerkte": "wijzigingen",
    "gegevens van de regeling": "gegevens",
}
_COLUMNS = {
    "datum inwerkingtreding": "inwerkingtreding",
    "terugwerkende kracht": "terugwerkend_tot",
    "datum uitwerkingtreding": "uitwerkingtreding",
    "betreft": "betreft",
    "datum ondertekening": "vaststelling",
    "bron bekendmaking": "bron",
    "kenmerk voorstel": "kenmerk",
}
_ITEM_MARK = re.compile(r"(?:[-•*]\s*)?(?:\d{1,2}[.)]\s*)?")


@dataclass(slots=True)
class _Found:
    """What the lines of the information block say, field by field."""

    values: dict[str, str] = field(default_factory=dict)
    grondslagen: list[str] = field(default_factory=list)
    dates: dict[str, date] = field(default_factory=dict)


def split_publication(lines: Sequence[str]) -> tuple[Metadata | None, list[int]]:
    """Metadata that the site adds, or None when these lines are no publication page; and the indexes of lines that are body text."""
    found = _Found()
    body = list(range(len(lines)))
    start = next((index for index, line in enumerate(lines) if _START.match(line.strip())), None)
    if start is not None:
        end = next((index for index in range(start + 1, len(lines)) if _END.match(lines[index].strip())), None)
        if end is not None:
            _read_information(lines[start + 1 : end], found)
            body = [index for index in body if index < start or index >= end]
    title_seen = False
    kept: list[int] = []
    marked = start is not None and bool(found.values)
    label_at = next((index for index in body if _LABEL.match(lines[index].strip())), None)
    for index in body:
        line = lines[index].strip()
        valid, lapsed = _VALID.match(line), _LAPSED.match(line)
        if valid:
            _set(found.dates, "inwerkingtreding", valid.group(1))
            _set(found.dates, "uitwerkingtreding", valid.group(2))
            _set(found.dates, "terugwerkend_tot", valid.group(3) or "")
            marked = True
        elif lapsed:
            found.dates.setdefault("uitwerkingtreding", dutch_date(lapsed.group(1)) or date.max)
            marked = True
        elif _LABEL.match(line):
            marked = title_seen = True
        elif not _BANNER.match(line):
            kept.append(index)
    if not marked:
        return None, kept
    if label_at is not None and title_seen:  # what stands above "Intitulé" is the page, not the regulation
        above = [index for index in kept if index < label_at]
        below = {lines[index].strip() for index in kept if index > label_at}
        titles = [lines[index].strip() for index in above]
        found.values.setdefault("titel", next((title for title in titles if title in below), titles[-1] if titles else ""))
        kept = [index for index in kept if index > label_at]
    return _metadata(found), kept


def as_publication(document: Document) -> Document:
    """The same document; when its text was copied or printed from a publication site, what the site added is Metadata."""
    metadata, kept = split_publication([blok.tekst for blok in document.blokken])
    if metadata is None:
        return document
    blokken = tuple(replace(document.blokken[index], alinea=nr) for nr, index in enumerate(kept))
    return replace(document, blokken=blokken, metadata=merge(metadata, document.metadata))


def merge(first: Metadata, second: Metadata) -> Metadata:
    """Metadata of ``first``, completed with ``second`` where it says nothing."""
    fields = (
        "titel", "citeertitel", "gemeente", "vastgesteld_door", "soort", "onderwerp", "vaststelling", "inwerkingtreding",
        "uitwerkingtreding", "terugwerkend_tot", "documentdatum",
    )  # fmt: skip
    known = {name: getattr(first, name) or getattr(second, name) for name in fields}
    return replace(
        first,
        **known,
        grondslagen=first.grondslagen or second.grondslagen,
        bekendgemaakt=first.bekendgemaakt or second.bekendgemaakt,
        kenmerken={**second.kenmerken, **first.kenmerken},
    )


def _read_information(lines: Sequence[str], found: _Found) -> None:
    section = "gegevens"
    columns: list[str] = []
    pending: str | None = None
    rest: list[str] = []
    for raw in lines:
        line = raw.strip()
        lowered = line.lower()
        head = next((name for start, name in _HEADS.items() if lowered.startswith(start)), None)
        if head:
            section, pending = head, None
        elif section == "gegevens":
            pending = _read_field(line, pending, found)
        elif section == "grondslagen":
            text = _ITEM_MARK.sub("", line, count=1)
            if text and text.lower() not in {"geen", "geen.", "onbekend"}:
                found.grondslagen.append(text)
        elif section == "wijzigingen":
            column = next((name for start, name in _COLUMNS.items() if lowered.startswith(start)), None)
            if column:
                columns.append(column)
            elif line:
                rest.append(line)
    _read_versions(rest, found)


def _read_field(line: str, pending: str | None, found: _Found) -> str | None:
    """One name with its value, on one line or on two; the name still waiting for its value."""
    lowered = line.lower()
    for label, name in _FIELDS.items():
        if lowered.startswith(label) and not (pending and lowered != label):
            value = line[len(label) :].strip(" :\t|")
            if value:
                found.values.setdefault(name, value)
                return None
            return name
    if pending and line:
        found.values.setdefault(pending, line)
    return None


def _read_versions(lines: Sequence[str], found: _Found) -> None:
    """The first row of the table of versions: entry into force, then what it concerns, then the signature."""
    text = " | ".join(lines)
    dates = [(match.start(), dutch_date(match.group())) for match in re.finditer(r"\d{1,2}-\d{1,2}-\d{4}", text)]
    if not dates or dates[0][1] is None:
        return
    found.dates.setdefault("inwerkingtreding", dates[0][1])
    betreft = re.search(r"nieuwe\s+regeling|wijzig\w*|art\.\s*\w+|intrekking|Onbekend", text[dates[0][0] :], re.IGNORECASE)
    if betreft:
        found.values.setdefault("betreft", betreft.group())
    after = [moment for position, moment in dates[1:] if betreft and position > dates[0][0] + betreft.start()]
    if after and after[0] is not None:
        found.dates.setdefault("vaststelling", after[0])


def _set(dates: dict[str, date], name: str, text: str) -> None:
    moment = dutch_date(text)
    if moment:
        dates[name] = moment


def _metadata(found: _Found) -> Metadata:
    values, dates = found.values, found.dates
    of_gemeente = values.get("organisatietype", "gemeente").lower() == "gemeente"
    lapsed = dates.get("uitwerkingtreding")
    return Metadata(
        titel=values.get("titel") or None,
        citeertitel=values.get("citeertitel"),
        gemeente=values.get("organisatie") if of_gemeente else None,
        vastgesteld_door=values.get("vastgesteld_door"),
        onderwerp=values.get("eigen_onderwerp") or values.get("onderwerp"),
        grondslagen=tuple(found.grondslagen),
        vaststelling=dates.get("vaststelling"),
        inwerkingtreding=dates.get("inwerkingtreding"),
        uitwerkingtreding=None if lapsed == date.max else lapsed,
        terugwerkend_tot=dates.get("terugwerkend_tot"),
        bekendgemaakt=True,
        kenmerken={"betreft": values["betreft"]} if values.get("betreft") else {},
    )
