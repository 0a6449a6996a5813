"""Write a source as CVDR XML, as html of a site with regulations, as hard-wrapped plain text or as Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.sax.saxutils import escape

from corpus.source import Alinea, Soort, Source

_CVDR = (
    'xmlns="http://standaarden.overheid.nl/cvdr/terms/" xmlns:dcterms="http://purl.org/dc/terms/" '
    'xmlns:overheid="http://standaarden.overheid.nl/owms/terms/" xmlns:overheidrg="http://standaarden.overheid.nl/cvdr/meta/"'
)
_KOPPEN = {Soort.HOOFDSTUK, Soort.PARAGRAAF, Soort.ARTIKEL}


def write_xml(source: Source) -> str:
    """Give the source as CVDR XML; ``metadata`` of the source fills the grondslag fields."""
    g = source.gegevens
    grondslag = "".join(f'<dcterms:source resourceIdentifier="">{escape(s)}</dcterms:source>' for s in g.get("grondslag", ()))
    orgaan = "college van burgemeester en wethouders" if g["soort"] == "beleidsregels" else "gemeenteraad"
    titel = escape(source.titel)
    meta = (
        f"<meta><owmskern><dcterms:identifier>CVDR{g['cvdr']}_1</dcterms:identifier><dcterms:title>{titel}</dcterms:title>"
        '<dcterms:language>nl</dcterms:language><dcterms:type scheme="overheid:Informatietype">regeling</dcterms:type>'
        f'<dcterms:creator scheme="overheid:Gemeente">{escape(g["gemeente"])}</dcterms:creator></owmskern><owmsmantel>'
        f'<dcterms:alternative>{titel}</dcterms:alternative>{grondslag}<overheid:isRatifiedBy scheme="overheid:BestuursorgaanGemeente">'
        f"{orgaan}</overheid:isRatifiedBy><dcterms:issued>{g['vaststelling']}</dcterms:issued></owmsmantel><cvdripm>"
        f"<overheidrg:inwerkingtredingDatum>{g['inwerkingtreding']}</overheidrg:inwerkingtredingDatum>"
        "<overheidrg:betreft>nieuwe regeling</overheidrg:betreft></cvdripm></meta>"
    )
    lichaam = [a for a in source.alineas if a.soort not in {Soort.TITEL, Soort.AANHEF}]
    toelichting = next((n for n, a in enumerate(lichaam) if a.soort is Soort.DEEL), len(lichaam))
    slot = [a for a in lichaam[:toelichting] if a.soort is Soort.SLOT]
    aanhef = "".join(f"<al>{escape(a.aanvaard)}</al>" for a in source.alineas if a.soort is Soort.AANHEF)
    tekst = "".join(_xml_body([a for a in lichaam[:toelichting] if a.soort is not Soort.SLOT], source.vorm.get("li_nr") == "element"))
    sluiting = "".join(f"<al>{escape(a.aanvaard)}</al>" for a in slot)
    nota = "".join(_xml_nota(lichaam[toelichting:]))
    return (
        f'<?xml version="1.0" encoding="utf-8"?>\n<cvdr {_CVDR}>{meta}<body><intitule>{titel}</intitule><regeling>'
        f"<aanhef><preambule>{aanhef}</preambule></aanhef><regeling-tekst>{tekst}</regeling-tekst><regeling-sluiting>"
        f"<slotformulering>{sluiting}</slotformulering></regeling-sluiting>{nota}</regeling></body></cvdr>\n"
    )


def _xml_nota(alineas: list[Alinea]) -> Iterator[str]:
    if not alineas:
        return
    yield f"<nota-toelichting><kop><titel>{escape(alineas[0].aanvaard)}</titel></kop>"
    for a in alineas[1:]:
        tekst = escape(a.aanvaard)
        yield f"<al><vet>{tekst}</vet></al>" if a.soort in {Soort.KOP, Soort.VET} else f"<al>{tekst}</al>"
    yield "</nota-toelichting>"


def _xml_body(alineas: list[Alinea], as_element: bool) -> Iterator[str]:
    """Nested elements from the flat row: each opening of a level closes the levels below it."""
    order = ["hoofdstuk", "paragraaf", "artikel", "lid", "lijst", "li", "lijst2"]
    open_: list[str] = []

    def close(level: str) -> Iterator[str]:
        while open_ and order.index(open_[-1]) >= order.index(level):
            name = open_.pop()
            yield f"</{name.rstrip('2')}>"

    for a in alineas:
        tekst = escape(a.aanvaard)
        if a.soort in _KOPPEN:
            yield from close(a.soort.value)
            open_.append(a.soort.value)
            label, _, nr = (f"Artikel {a.nummer}" if a.soort is Soort.ARTIKEL else a.nummer).partition(" ")
            yield f"<{a.soort.value}><kop><label>{label}</label><nr>{nr}</nr><titel>{tekst}</titel></kop>"
        elif a.soort is Soort.LID:
            yield from close("lid")
            open_.append("lid")
            yield f"<lid><lidnr>{a.nummer}.</lidnr><al>{tekst}</al>"
        elif a.soort in {Soort.ONDERDEEL, Soort.ITEM}:
            if a.diepte == 2:
                if open_[-1] == "li":
                    open_.append("lijst2")
                    yield '<lijst type="expliciet">'
                yield _li(f"{a.nummer}.", tekst, as_element) + "</li>"
                continue
            yield from close("li")
            if "lijst" not in open_:
                open_.append("lijst")
                yield '<lijst type="expliciet">'
            open_.append("li")
            yield _li(f"{a.nummer}." if a.nummer else "-", tekst, as_element)
        else:
            yield from close("lijst")
            yield f"<al>{tekst}</al>"
    yield from close("hoofdstuk")


def _li(nummer: str, tekst: str, as_element: bool) -> str:
    return f"<li><li.nr>{nummer}</li.nr><al>{tekst}</al>" if as_element else f'<li nr="{nummer}"><al>{tekst}</al>'


def write_html(source: Source) -> str:
    """Give the source as html: ``cvdr`` (consolidated, with wetstechnische informatie) or ``gmb`` (as published)."""
    g, titel = source.gegevens, escape(source.titel)
    body = "".join(_html_body(source.alineas, bullets=bool(source.vorm.get("bolletjes"))))
    if source.vorm.get("variant") == "gmb":
        return (
            f'<!DOCTYPE html>\n<html lang="nl"><head><meta charset="utf-8"><meta name="DC.creator" content="{escape(g["gemeente"])}">'
            f'<meta name="OVERHEIDop.publicationName" content="Gemeenteblad"><title>{titel}</title></head><body><div class="header">'
            '<ul class="hoofd-navigatie"><li>Inloggen</li><li>Contact</li></ul></div><div class="broodkruimels">Gemeenteblad</div>'
            f'<div class="officiele-publicatie"><div class="titel-balk">Gemeenteblad van {escape(g["gemeente"])}</div>{body}</div>'
            '<div class="footer"><a href="#">Over deze website</a></div></body></html>\n'
        )
    rows = {
        "Organisatie": g["gemeente"],
        "Organisatietype": "Gemeente",
        "Officiële naam regeling": source.titel,
        "Citeertitel": source.titel,
        "Vastgesteld door": "gemeenteraad",
        "Onderwerp": "maatschappelijke zorg en welzijn",
        "Wettelijke grondslag(en)": "; ".join(g.get("grondslag", ())),
        "Datum inwerkingtreding": f"{g['inwerkingtreding']:%d-%m-%Y}",
        "Datum ondertekening": f"{g['vaststelling']:%d-%m-%Y}",
    }
    table = "".join(f'<tr><th scope="row">{escape(k)}</th><td>{escape(v)}</td></tr>' for k, v in rows.items())
    return (
        f'<!DOCTYPE html>\n<html lang="nl"><head><meta charset="utf-8"><title>{titel} | Lokale wet- en regelgeving</title></head><body>'
        f'<header><nav><a href="/">Home</a> <a href="/zoeken">Zoeken</a></nav></header><main><h1>{titel}</h1>'
        f'<p>Geldend van {g["inwerkingtreding"]:%d-%m-%Y} t/m heden</p><section class="wti"><h2>Wetstechnische informatie</h2>'
        f'<table class="table__data-overview"><caption>Gegevens van de regeling</caption>{table}</table></section>'
        f'<section class="regeling"><p class="intitule">Intitulé</p>{body}</section></main>'
        "<footer><p>Ziet u een fout in deze regeling? Laat het ons weten.</p></footer></body></html>\n"
    )


def _html_body(alineas: tuple[Alinea, ...], *, bullets: bool) -> Iterator[str]:
    in_list = False
    for a in alineas:
        listed = a.soort in {Soort.LID, Soort.ONDERDEEL, Soort.ITEM}
        if listed != in_list:
            yield '<ul class="list">' if listed else "</ul>"
            in_list = listed
        tekst = escape(a.aanvaard)
        if a.soort is Soort.TABEL:
            rows = "".join("<tr>" + "".join(f"<td><p>{escape(cel)}</p></td>" for cel in rij) + "</tr>" for rij in a.rijen)
            yield f"<table>{rows}</table>\n"
        elif listed:
            mark = '<span class="ol">•</span> ' if bullets else ""
            number = f"<b>{a.nummer}.</b> " if a.nummer else ""
            yield f'<li class="li">{mark}{number}<p>{tekst}</p></li>\n'
        elif a.soort in _KOPPEN:
            name = f"Artikel {a.nummer}" if a.soort is Soort.ARTIKEL else a.nummer
            level = {Soort.HOOFDSTUK: 2, Soort.PARAGRAAF: 3, Soort.ARTIKEL: 4}[a.soort]
            yield f'<h{level} class="{a.soort.value}_kop">{name}{"&nbsp;" if name else ""}{tekst}</h{level}>\n'
        else:
            level_of = {Soort.TITEL: "h2", Soort.DEEL: "h2", Soort.KOP: "h3"}
            tag = level_of.get(a.soort, "p")
            inner = f"<strong>{tekst}</strong>" if a.soort is Soort.VET else tekst
            yield f'<{tag} class="{a.soort.value}">{inner}</{tag}>\n'
    if in_list:
        yield "</ul>"


def write_md(source: Source) -> str:
    """Give the source as Markdown, as it comes out of an editor or a converter."""
    marks = {
        Soort.TITEL: "# ",
        Soort.HOOFDSTUK: "## ",
        Soort.PARAGRAAF: "### ",
        Soort.ARTIKEL: "#### ",
        Soort.DEEL: "## ",
        Soort.KOP: "### ",
    }
    lines = []
    for a in source.alineas:
        if a.soort is Soort.TABEL:
            head, *rest = (f"| {' | '.join(rij)} |" for rij in a.rijen)
            lines.append("\n".join([head, "|" + " --- |" * len(a.rijen[0]), *rest]))
        elif a.soort is Soort.VET:
            lines.append(f"**{a.aanvaard}**")
        else:
            lines.append(marks.get(a.soort, "- " if a.soort is Soort.ITEM else "   " * a.diepte) + _plain(a))
    return "\n\n".join(lines) + "\n"


def write_txt(source: Source) -> str:
    """Give the source as plain text of ``breedte`` columns, with words broken at the edge and a page footer in between."""
    breedte: int = source.vorm.get("breedte", 78)
    lines: list[str] = []
    for a in source.alineas:
        if a.soort is Soort.TABEL:
            lines += ["   ".join(cel.ljust(22) for cel in rij).rstrip() for rij in a.rijen]
            continue
        if a.soort in _KOPPEN | {Soort.TITEL, Soort.DEEL, Soort.KOP} and lines:
            lines.append("")
        tekst = _plain(a).upper() if a.soort is Soort.TITEL else _plain(a)
        lines += _fold(tekst, breedte, hyphenate=bool(source.vorm.get("afbreken")))
        if a.soort is Soort.TITEL:
            lines.append("")
    voet: str = source.vorm.get("voettekst", "")
    if voet:
        pages = [lines[n : n + 46] for n in range(0, len(lines), 46)]
        footers = [f"\n{voet}{f'pagina {n} van {len(pages)}':>24}\n" for n in range(1, len(pages) + 1)]
        lines = [line for page, footer in zip(pages, footers, strict=True) for line in (*page, *footer.split("\n"))]
    return "\n".join(lines) + "\n"


def _plain(a: Alinea) -> str:
    if a.soort is Soort.ARTIKEL:
        return f"Artikel {a.nummer} {a.aanvaard}".strip()
    if a.soort in {Soort.LID, Soort.ONDERDEEL}:
        return f"{a.nummer}. {a.aanvaard}"
    if a.soort is Soort.ITEM:
        return f"- {a.aanvaard}"
    return f"{a.nummer} {a.aanvaard}".strip()


def _fold(tekst: str, breedte: int, *, hyphenate: bool) -> list[str]:
    lines, line = [], ""
    for word in tekst.split(" "):
        rest = word
        room = breedte - len(line) - 1
        if len(rest) > room:
            head = _break(rest, room) if hyphenate else ""
            if head:
                line, rest = f"{line} {head}-".strip(), rest[len(head) :]
            if line:
                lines.append(line)
            line = rest
        else:
            line = f"{line} {rest}".strip()
    return [*lines, line]


def _break(word: str, room: int) -> str:
    """Give the part of a long word that still fits, cut before a consonant and vowel; empty when there is no such place."""
    places = [
        m.start() for m in re.finditer(r"(?<=[aeiou])(?:[bdfgklmnprstvz](?=[aeiou])|(?<=[aeiou][lmnrst])[bdfgkpvz](?=[aeiou]))", word)
    ]
    fitting = [p for p in places if 3 <= p <= room - 1 and len(word) - p >= 4]
    return word[: fitting[-1]] if fitting and word.isalpha() else ""
