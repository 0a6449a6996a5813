"""Sentences that survive Dutch legal abbreviations, by spaCy's tokeniser with a boundary rule of our own.

spaCy is imported at the first call, since importing it costs a second.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from verordening_tool.language.begrippen import Span

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.language import Language
    from spacy.tokenizer import Tokenizer
    from spacy.tokens import Doc

_LIJST = """
art. artt. jo. d.d. nr. nrs. m.b.t. i.v.m. t.a.v. t.b.v. i.c.m. m.i.v. o.a. o.g.v. c.q. e.v. e.d. bijv. bv. evt. resp. incl. excl.
max. min. ca. blz. pag. par. hfst. stb. stcrt. gmb. trb. mr. drs. dr. ing. ir. prof. mw. dhr. mevr. zgn. z.g. a.d.h.v. i.p.v. n.a.v.
o.b.v. p.m. p.j. p.w. jl. a.s. tel. gem. jan. feb. mrt. apr. jun. jul. aug. sep. sept. okt. nov. dec.
"""
AFKORTINGEN = frozenset(_LIJST.split())
_STOPPERS = frozenset({".", "!", "?", "…"})
# These look at the stops alone: there are few of them.
_PLAIN_STOP = re.compile(r"[.?!](?<=[a-z][a-z].)(?= [A-Z])")
_IN_NUMBER = re.compile(r"\.(?<=\d\.)(?=\d)")
_LAST_WORD = re.compile(r"\w+$")
_SHORT = frozenset(vorm.removesuffix(".") for vorm in AFKORTINGEN if vorm.count(".") == 1)
_LONGER = 1 + max(map(len, _SHORT))


# Between quotation marks from begin to end, behind a number at most: what others say ("2. 'Het UWV beslist'").
_AANGEHAALD = re.compile(r"(?:\W*\d{1,2}[.)])?[\s#*]*[\"'“‘„](?:[^\"'“”‘’„]|(?<=\w)['’](?=\w))+[\"'”’][.?!*\s]*")


def is_aangehaald(tekst: str) -> bool:
    """Whether a paragraph or heading is one quotation: then it is not the document itself that says so."""
    return _AANGEHAALD.fullmatch(tekst) is not None


def _mark_boundaries(doc: Doc) -> Doc:
    """Set sentence starts: after a stop that is not part of an abbreviation and is followed by a new beginning."""
    ended = False
    for token in doc:
        starts = ended and not (token.is_lower or token.is_punct or token.is_space or token.text[:1] in ",;:)")
        token.is_sent_start = bool(token.i == 0 or starts)
        if token.text in _STOPPERS or "\n" in token.text:
            ended = True
        elif starts or not token.is_space:
            ended = token.is_punct and ended and token.text in "\"'”’)"
    return doc


@lru_cache(maxsize=1)
def pipeline() -> Language:
    """The blank Dutch pipeline, with legal abbreviations kept whole and our sentence boundaries.

    Its tokeniser knows our abbreviations only: loading the thousands of exceptions of ordinary Dutch takes half a second.
    """
    import spacy
    from spacy.language import Language

    if not Language.has_factory("juridische_zinnen"):
        Language.component("juridische_zinnen", func=_mark_boundaries)
        spacy.util.registry.tokenizers("juridische_tokens", func=_tokenizer_factory)
    nlp = spacy.blank("nl", config={"nlp": {"tokenizer": {"@tokenizers": "juridische_tokens"}}})
    nlp.add_pipe("juridische_zinnen")
    return nlp


def _tokenizer_factory() -> Callable[[Language], Tokenizer]:
    from spacy.tokenizer import Tokenizer
    from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex

    def make(nlp: Language) -> Tokenizer:
        defaults = nlp.Defaults
        return Tokenizer(
            nlp.vocab,
            rules={vorm: [{"ORTH": vorm}] for afkorting in AFKORTINGEN for vorm in (afkorting, afkorting.capitalize())},
            prefix_search=compile_prefix_regex(defaults.prefixes or ()).search,
            suffix_search=compile_suffix_regex(defaults.suffixes or ()).search,
            infix_finditer=compile_infix_regex(defaults.infixes or ()).finditer,
        )

    return make


@lru_cache(maxsize=20_000)
def splits(tekst: str) -> tuple[Span, ...]:
    """The sentences of ``tekst`` as spans without white space at the edges; at least one when there is text."""
    zonder_twijfel = _plain_sentences(tekst)
    return _by_pipeline(tekst) if zonder_twijfel is None else zonder_twijfel


def _plain_sentences(tekst: str) -> tuple[Span, ...] | None:
    """The sentences of a text in which every stop is plain to see, or None: then the pipeline has to look.

    Plain is a stop behind a word that is no abbreviation, before a space and a capital, or at the very end; most leden need no more.
    """
    kaal = tekst.strip()
    if not kaal:
        return ()
    eerste = len(tekst) - len(tekst.lstrip())
    einde = eerste + len(kaal)
    if "\n" in kaal or _has_abbreviation(kaal):
        return None
    grenzen = [match.end() for match in _PLAIN_STOP.finditer(tekst, eerste, einde)]
    stops = sum(kaal.count(stop) for stop in _STOPPERS) - len(_IN_NUMBER.findall(kaal))
    if stops - (kaal[-1] in _STOPPERS) != len(grenzen):
        return None
    starts = [eerste, *(grens + 1 for grens in grenzen)]
    return tuple(Span(start, eind) for start, eind in zip(starts, [*grenzen, einde], strict=True))


def _has_abbreviation(tekst: str) -> bool:
    """Whether a stop stands behind an abbreviation."""
    ends = (_LAST_WORD.search(part[-_LONGER:]) for part in tekst.split(".")[:-1])
    return any(end is not None and end[0].lower() in _SHORT for end in ends)


def _by_pipeline(tekst: str) -> tuple[Span, ...]:
    doc: Any = pipeline()(tekst)
    zinnen = []
    for zin in doc.sents:
        ruw = zin.text_with_ws
        kaal = ruw.strip()
        if kaal:
            start = zin.start_char + (len(ruw) - len(ruw.lstrip()))
            zinnen.append(Span(start, start + len(kaal)))
    return tuple(zinnen)
