"""The sentences of a verordening that are about beschut werk, and what stands in them."""

from __future__ import annotations

from collections.abc import Iterator

from verordening_tool.auditing.uitspraken import begrippen
from verordening_tool.checking.context import Context
from verordening_tool.checking.evidence import Treffer, eerste_treffer
from verordening_tool.checking.oordeel import Plaats
from verordening_tool.checking.passages import Passage
from verordening_tool.language.begrippen import Span
from verordening_tool.language.folding import fold
from verordening_tool.norms.loader import lees_normen
from verordening_tool.norms.schema import Waar

Zin = tuple[Passage, Span]


def zinnen_over_beschut_werk(context: Context) -> Iterator[tuple[Passage, Span]]:
    """The sentences of the passages on beschut werk."""
    for passage in context.passages(Waar.BESCHUT_WERK):
        for zin in context.laag.zinnen(passage):
            yield passage, zin


def met_vervolg(context: Context, onderwerp: str, terug: str, niet: str | None = None) -> Iterator[Zin]:
    """The sentences on a subject, each with the next of its article that points back to it ("De raad besluit hierover …")."""
    vorige: Passage | None = None
    for passage, zin in zinnen_over_beschut_werk(context):
        if not heeft(context, zin, onderwerp):
            sluit_aan = vorige is not None and vorige.artikel_nr == passage.artikel_nr and heeft(context, zin, terug)
            if not sluit_aan or (niet is not None and heeft(context, zin, niet)):
                vorige = None
                continue
        vorige = passage
        yield passage, zin


def vind(context: Context, zin: Span, begrip: str) -> list[Span]:
    """The places of a concept in a sentence."""
    return begrippen().vind(begrip, context.laag.gevouwen, zin.start, zin.eind)


def heeft(context: Context, zin: Span, begrip: str) -> bool:
    """Whether a concept stands in a sentence."""
    return bool(vind(context, zin, begrip))


def plaats_van(context: Context, passage: Passage, span: Span) -> Plaats:
    """A place in a passage, with its quote."""
    return context.laag.plaatsen(passage, [span])[0]


def bewijs_van(context: Context, code: str) -> Treffer | None:
    """The evidence of a norm, whatever the day."""
    return eerste_treffer(lees_normen().checks[code].bewijs, context, None)


def gevouwen(teksten: Iterator[str]) -> bytes:
    """Texts as one, folded."""
    return fold(" ".join(teksten)).encode("ascii", "replace")
