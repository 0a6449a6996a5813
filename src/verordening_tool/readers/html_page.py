"""What the elements of a page mean: which are the page and which the regulation, by tag, class and id."""

from __future__ import annotations

import re

from lxml import etree

from verordening_tool.document.blok import Deel, Metadata, Rol
from verordening_tool.readers.collector import clean
from verordening_tool.readers.dates import iso_date
from verordening_tool.readers.safe_xml import local_name

OPSCHRIFT_TAGS = {Rol.OPSCHRIFT: 1, Rol.HOOFDSTUK: 2, Rol.PARAGRAAF: 3, Rol.ARTIKEL: 4, Rol.BIJLAGE: 2, Rol.TOELICHTING: 2}

_NOISE_TAGS = frozenset({"nav", "footer", "aside", "dialog"})
_NOISE_ROLES = frozenset({"navigation", "banner", "contentinfo", "search", "complementary", "menu", "menubar", "dialog", "alert"})
_NOISE = re.compile(
    r"""(?:[a-z]+-)?(?:nav|navigatie|navigation|navbar|menu|menubalk)(?:-[a-z]+)?|breadcrumbs?|broodkruimels?|kruimelpad|toc|inhoudsopgave|inhouds-opgave
    |(?:volledige|korte)inhoudsopgave|(?:site-?|page-?|pagina-?)?(?:footer|header)|kopregel|voetregel|skip(?:-?links?|-to-content)?|cookies?(?:-[a-z]+)*|banner|sr-only
    |visually-?hidden|screen-?reader(?:-text)?|verberg|verborgen|hidden|tekstueel|zoeken|zoekbalk|search(?:-?bar|-?form)?|actie-lijst|acties|share|social(?:-[a-z]+)*
    |sidebar|right-column|left-column|linkerkolom|rechterkolom|feedback|modal|popup|print-?only|no-?print|logo-nummer|titel-balk|resultaat-navigatie|info-tekst
    |permalink|permanente-?link|documentinformatie""",
    re.VERBOSE,
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-element\s*:\s*comment", re.IGNORECASE)
_BOLD_STYLE = re.compile(r"font-weight\s*:\s*(?:bold|bolder|[6-9]00)", re.IGNORECASE)
_PLAIN_STYLE = re.compile(r"font-weight\s*:\s*(?:normal|[1-4]00)", re.IGNORECASE)
_NUMBER_CLASSES = frozenset(
    {"ol", "bullet", "lidnr", "lidnummer", "li-nr", "linummer", "linr", "nr", "nummer", "number", "li-nummer", "lijstnummer"}
)
_HEADING_PARTS = {
    **dict.fromkeys(["artikel", "wijzig-artikel", "wijzigartikel", "enig-artikel"], Rol.ARTIKEL),
    **dict.fromkeys(["hoofdstuk", "titeldeel", "titel-deel", "deel", "boek", "afdeling"], Rol.HOOFDSTUK),
    **dict.fromkeys(["paragraaf", "sub-paragraaf", "subparagraaf"], Rol.PARAGRAAF),
}
_TITLES = frozenset(
    {"intitule", "staatscourant-kop", "gemeenteblad-kop", "single-kop-titel", "regeling-titel", "officiele-titel", "opschrift"}
)
_SECTIONS = {
    **dict.fromkeys(["aanhef", "preambule", "considerans", "afkondiging"], (Deel.AANHEF, Rol.AANHEF)),
    **dict.fromkeys(["slot", "slotformulering", "regeling-sluiting", "wetsluiting", "sluiting"], (Deel.SLOT, Rol.SLOT)),
    **dict.fromkeys(["ondertekening", "ondertekenaar", "gegeven"], (Deel.SLOT, Rol.ONDERTEKENING)),
    **dict.fromkeys(["nota-toelichting", "toelichting", "artikelsgewijs"], (Deel.TOELICHTING, Rol.TOELICHTING)),
    **dict.fromkeys(["bijlage", "bijlagen"], (Deel.BIJLAGE, Rol.BIJLAGE)),
}
_WORD_PARTS = (
    (re.compile(r"MsoToc\d?", re.IGNORECASE), Deel.INHOUDSOPGAVE),
    (re.compile(r"MsoHeader", re.IGNORECASE), Deel.KOPTEKST),
    (re.compile(r"MsoFooter", re.IGNORECASE), Deel.VOETTEKST),
    (re.compile(r"MsoFootnoteText", re.IGNORECASE), Deel.VOETNOOT),
    (re.compile(r"MsoEndnoteText", re.IGNORECASE), Deel.EINDNOOT),
)


def tokens(element: etree._Element) -> set[str]:
    """Class names in one spelling: lower case, hyphens, without the prefixes that publication sites put before them."""
    found = set()
    for token in (element.get("class") or "").lower().split()[:12]:
        name = token.replace("_", "-").strip("-")
        for prefix in ("p-", "docgen-", "common-", "js-", "cvdr-", "op-"):
            name = name.removeprefix(prefix)
        found.add(name)
    return found


def is_noise(element: etree._Element, name: str) -> bool:
    """Whether an element belongs to the page and not to the text: navigation, banner, footer, or not shown at all."""
    if not element.attrib:
        return name in _NOISE_TAGS or (name == "header" and _is_page_header(element))
    if name in _NOISE_TAGS or element.get("role") in _NOISE_ROLES or element.get("hidden") is not None:
        return True
    if _HIDDEN.search(element.get("style") or ""):
        return True
    if name == "header" and _is_page_header(element):
        return True
    if name in {"html", "body", "main", "article"}:
        return False
    identity = (element.get("id") or "").lower().replace("_", "-")
    return any(_NOISE.fullmatch(token) for token in (*tokens(element), identity) if token)


def _is_page_header(element: etree._Element) -> bool:
    parent = element.getparent()
    return parent is None or local_name(parent).lower() in {"body", "form"} or next(element.iter("{*}nav", "nav"), None) is not None


def main_root(root: etree._Element) -> etree._Element | None:
    """The element that holds the regulation, when the page marks it; None means the whole page."""
    body = next(root.iter("{*}body", "body"), root)
    total = _visible(body)
    for found in (_by_id(body), _by_class(body), _by_tag(body)):
        if found is not None and found is not body and _visible(found) > 0.3 * total:
            return found
    return None


def _by_id(body: etree._Element) -> etree._Element | None:
    return next((element for element in body.iter(etree.Element) if (element.get("id") or "").lower() in {"broodtekst", "regeling"}), None)


def _by_class(body: etree._Element) -> etree._Element | None:
    wanted = {"officiele-publicatie", "regeling", "regelingtekst"}
    return next((element for element in body.iter(etree.Element) if element.get("class") and tokens(element) & wanted), None)


def _by_tag(body: etree._Element) -> etree._Element | None:
    candidates = list(body.iter("{*}main", "main", "{*}article", "article"))
    candidates += [element for element in body.iter(etree.Element) if element.get("role") == "main"]
    return candidates[0] if candidates else None


def _visible(element: etree._Element) -> int:
    """Rough amount of text: characters outside scripts and styles."""
    size = 0
    for part in element.iter(etree.Element):
        if local_name(part).lower() not in {"script", "style"}:
            size += len((part.text or "").strip())
        size += len((part.tail or "").strip())
    return size


def section_of(element: etree._Element) -> tuple[Deel, Rol] | None:
    """The part of a regulation that an element says it is, by class."""
    return next((_SECTIONS[token] for token in sorted(tokens(element)) if token in _SECTIONS), None)


def word_part(element: etree._Element) -> Deel | None:
    """The part of a Word document that Word's own class names tell."""
    names = element.get("class") or ""
    return next((deel for pattern, deel in _WORD_PARTS if pattern.match(names)), None)


def heading_role(element: etree._Element, name: str) -> Rol | None:
    """What a heading is the heading of: its own class says so ("artikel_kop"), or that of its parent."""
    own = tokens(element)
    for token in sorted(own):
        if token in _TITLES:
            return Rol.OPSCHRIFT
        for suffix in ("-kop", "kop", "-titel"):
            part = token.removesuffix(suffix)
            if part != token and part in _HEADING_PARTS:
                return _HEADING_PARTS[part]
    parent = element.getparent()
    if name in {"h1", "h2", "h3", "h4", "h5", "h6"} and parent is not None:
        return next((_HEADING_PARTS[token] for token in sorted(tokens(parent)) if token in _HEADING_PARTS), None)
    return None


def is_number(element: etree._Element) -> bool:
    """Whether an inline element holds the number of its item and nothing else."""
    return bool(tokens(element) & _NUMBER_CLASSES) or "mso-list:ignore" in (element.get("style") or "").lower().replace(" ", "")


def is_bold(element: etree._Element, name: str) -> bool:
    """Whether text inside is bold by tag or style."""
    style = element.get("style") or ""
    if _PLAIN_STYLE.search(style):
        return False
    return name in {"b", "strong"} or bool(_BOLD_STYLE.search(style)) or "vet" in tokens(element)


def page_metadata(root: etree._Element) -> Metadata:
    """Metadata in the head of a page (DC, DCTERMS, OVERHEID, OVERHEIDop), and its title."""
    values: dict[str, str] = {}
    gemeente = None
    for meta in root.iter("{*}meta", "meta"):
        name, content = (meta.get("name") or "").lower(), clean(meta.get("content") or "")
        if not name or not content:
            continue
        values.setdefault(name, content)
        if name in {"dc.creator", "overheid.authority", "dcterms.creator"} and (meta.get("scheme") or "").lower() == "overheid.gemeente":
            gemeente = gemeente or content
    sheet = values.get("overheidop.publicationname")
    kenmerken = {key: text for key, text in (("publicatieblad", sheet), ("identificatie", values.get("dc.identifier"))) if text}
    return Metadata(
        titel=values.get("dc.title") or values.get("dcterms.title") or _title(root),
        citeertitel=values.get("dcterms.alternative"),
        gemeente=gemeente,
        soort=_kind(root, sheet),
        grondslagen=(values["dc.source"],) if values.get("dc.source") else (),
        vaststelling=iso_date(values.get("overheidop.datumondertekening", "")),
        bekendgemaakt=bool(sheet),
        kenmerken=kenmerken,
    )


def _kind(root: etree._Element, sheet: str | None) -> str | None:
    """A hint for what is no municipal regulation: a notice, or a national act."""
    if sheet is None:
        return None
    if any(tokens(element) & {"zakelijke-mededeling", "circulaire"} for element in root.iter(etree.Element) if element.get("class")):
        return "bekendmaking"
    return "landelijke regeling" if sheet.lower() in {"staatsblad", "staatscourant", "tractatenblad"} else None


def _title(root: etree._Element) -> str | None:
    title = next(root.iter("{*}title", "title"), None)
    text = clean("".join(str(part) for part in title.itertext())) if title is not None else ""
    return re.split(r"\s+[|–]\s+(?:Lokale wet|Overheid|Officiële)", text)[0] or None
