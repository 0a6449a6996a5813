"""Opens XML and HTML from bytes without trusting them.

No DTD is loaded, no entity is expanded, nothing is fetched; size, number of tags and depth are capped
(the guards follow OWASP's advice on XML: refuse entities rather than sanitise them).
"""

from __future__ import annotations

import html.entities
import re

from lxml import etree

from verordening_tool.fouten import Leesfout, OnveiligBestand

MAX_BYTES = 9 * 1024 * 1024  # libxml2 gives up a text of ten million characters
MAX_TAGS = 300_000
MAX_DEPTH = 200
MAX_ATTRIBUTES = 2000  # of one tag: checking them for doubles takes quadratic time

_LONG_TAG = re.compile(rb"<[^<>]{4000,}")
_ENTITY_DECLARATIONS = tuple("<!ENTITY".encode(name) for name in ("ascii", "utf-16-le", "utf-16-be"))
_ENTITY = re.compile(rb"&([A-Za-z][A-Za-z0-9]{1,31});")
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_BUILT_IN = {b"amp", b"lt", b"gt", b"quot", b"apos"}
_ADVIES_HERSTEL = "Open het in het programma waarmee het is gemaakt, sla het opnieuw op en probeer het nog eens."


def parse_xml(data: bytes) -> etree._Element:
    """Root element of an XML document.

    Raises OnveiligBestand (entities, too deep, too many tags, too large) or Leesfout (not well-formed). Text in another
    encoding than declared, and HTML entities such as ``&nbsp;`` that no DTD declares, are mended.
    """
    check_size(data)
    if any(mark in data for mark in _ENTITY_DECLARATIONS):
        raise _entities()
    try:
        return _parse(data)
    except etree.XMLSyntaxError as error:
        if "depth" in str(error).lower():
            raise _too_deep() from error
        for mended in _mended(data):
            try:
                return _parse(mended)
            except etree.XMLSyntaxError:
                continue
        raise Leesfout(f"Het bestand is beschadigde XML (regel {_line(error)}).", _ADVIES_HERSTEL, code="BESCHADIGD") from error


def parse_html(text: str) -> etree._Element | None:
    """Root element of an HTML page, however badly it is written; None when there is no element at all.

    Raises OnveiligBestand when the page is too large or too deep.
    """
    data = _DECLARATION.sub("", text).encode("utf-8", "replace")
    check_size(data)
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, etree.ParserError):
        return None
    if root is None:
        return None
    check_depth(root)
    return root


def check_size(data: bytes) -> None:
    """Raise OnveiligBestand when there is more in ``data`` than a regulation can hold."""
    if len(data) > MAX_BYTES:
        raise OnveiligBestand(
            f"Het bestand is te groot om te lezen ({len(data) // 1_000_000} MB; het maximum is {MAX_BYTES // 1_000_000} MB).",
            "Splits het document, of bewaar alleen de tekst van de regeling.",
            code="TE_GROOT",
        )
    crowded = any(tag.group().count(b"=") > MAX_ATTRIBUTES for tag in _LONG_TAG.finditer(data))
    if crowded or data.count(b"<") > 2 * MAX_TAGS:
        raise OnveiligBestand("Het bestand heeft te veel elementen om veilig te lezen.", "Bewaar alleen de tekst van de regeling.")


def check_depth(root: etree._Element) -> None:
    """Raise OnveiligBestand when elements are nested deeper than any real document needs."""
    depth = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > MAX_DEPTH:
            raise _too_deep()


def local_name(element: etree._Element) -> str:
    """Name of an element without its namespace; empty for comments, instructions and entities."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def namespace(element: etree._Element) -> str:
    """Namespace of an element, or an empty string."""
    tag = element.tag
    return tag[1:].partition("}")[0] if isinstance(tag, str) and tag.startswith("{") else ""


def _parse(data: bytes) -> etree._Element:
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    root = etree.fromstring(data, parser)
    if any(True for _ in root.iter(etree.Entity)):
        raise _entities()
    check_depth(root)
    return root


def _mended(data: bytes) -> list[bytes]:
    """Second chances for XML that is not well-formed: named HTML entities spelled out, and bytes read as cp1252."""
    tries = []
    if _ENTITY.search(data):
        tries.append(_ENTITY.sub(_spell_out, data))
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        text = _DECLARATION.sub("", data.decode("cp1252", "replace"))
        tries.append(text.encode("utf-8"))
    return tries


def _spell_out(match: re.Match[bytes]) -> bytes:
    name = match.group(1)
    point = html.entities.name2codepoint.get(name.decode("ascii"))
    return match.group() if name in _BUILT_IN or point is None else f"&#{point};".encode("ascii")


def _entities() -> OnveiligBestand:
    return OnveiligBestand(
        "Het bestand bevat eigen XML-entiteiten en wordt daarom niet geopend.",
        "Sla het document opnieuw op zonder DOCTYPE met entiteiten, of lever het aan als .docx.",
    )


def _too_deep() -> OnveiligBestand:
    return OnveiligBestand(
        "Het bestand is te diep genest om veilig te lezen.", "Sla de tekst opnieuw op, bijvoorbeeld als .docx, en probeer het nog eens."
    )


def _line(error: etree.XMLSyntaxError) -> int:
    return error.lineno or 1
