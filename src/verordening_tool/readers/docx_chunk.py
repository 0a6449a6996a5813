"""Documents that are embedded in a Word file as an altChunk: Word shows their text as if it stood in the file itself."""

from __future__ import annotations

import email
import email.policy
import re
from collections.abc import Callable, Iterable
from dataclasses import replace

from verordening_tool.document.blok import Blok, Deel
from verordening_tool.fouten import Leesfout, OnveiligBestand

_BODY = frozenset({Deel.LICHAAM, Deel.INHOUDSOPGAVE, Deel.TEKSTVAK})
_MARKUP = re.compile(rb"\s*<(?:!doctype|html|head|body|div|p|\?xml|!--|[a-z][a-z0-9]*[\s>])", re.IGNORECASE)


def chunk_blokken(data: bytes, read_package: Callable[[bytes], Iterable[Blok]]) -> list[Blok]:
    """Blokken of an embedded Word file, web page or plain text; they have no source path, since no step may write there.

    ``read_package`` reads an embedded Word file. Raises ``Leesfout`` for what can not be read: leaving it out would lose
    text that Word shows.
    """
    try:
        blokken = list(_read(data, read_package))
    except OnveiligBestand:
        raise
    except Leesfout as error:
        raise Leesfout(
            "Het bestand bevat een ingevoegd document dat niet te lezen is.",
            "Open het bestand in Word en sla het opnieuw op als .docx; Word neemt de ingevoegde tekst dan over.",
            code="INGEVOEGD",
        ) from error
    return [replace(b, bron=None, runs=(), deel=b.deel if b.deel in _BODY else Deel.LICHAAM, rol=None) for b in blokken]


def _read(data: bytes, read_package: Callable[[bytes], Iterable[Blok]]) -> Iterable[Blok]:
    """The Blokken in ``data``; the other readers are imported only for the rare file that needs them."""
    from verordening_tool.readers.html import read_html
    from verordening_tool.readers.tekst import read_tekst

    if data.startswith(b"PK\x03\x04"):
        return (blok for blok in read_package(data) if blok.deel in _BODY)
    if data.startswith(b"{\\rtf"):
        raise Leesfout("Het ingevoegde document heeft de indeling RTF.", "Sla het bestand in Word opnieuw op als .docx.")
    if data[:2000].lower().lstrip().startswith((b"mime-version:", b"from:", b"content-type:")):
        data = _web_page(data)
    return (read_html(data) if _MARKUP.match(data.removeprefix(b"\xef\xbb\xbf")) else read_tekst(data)).blokken


def _web_page(data: bytes) -> bytes:
    """The page inside a web archive (.mht)."""
    message = email.message_from_bytes(data, policy=email.policy.default)
    for part in message.walk():
        if part.get_content_type() in {"text/html", "application/xhtml+xml"}:
            content = part.get_payload(decode=True)
            return content if isinstance(content, bytes) else b""
    return b""
