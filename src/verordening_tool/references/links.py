"""Links to a place in a law: Juriconnect (jci 1.3) and the page of wetten.overheid.nl that such a link opens."""

from __future__ import annotations

from datetime import date

BASIS = "https://wetten.overheid.nl/"


def jci(bwb: str, artikel: str | None = None, lid: str | None = None, onderdeel: str | None = None, dag: date | None = None) -> str:
    """Juriconnect link to a law or a place in it, as it stood on ``dag`` (geldigheidsdatum) when given.

    Follows the standard Juriconnect BWB 1.3: "jci1.3:c:BWBR0015703&artikel=10b&lid=7&g=2024-02-15".
    """
    delen = [("artikel", artikel), ("lid", lid), ("onderdeel", onderdeel), ("g", dag.isoformat() if dag else None)]
    return f"jci1.3:c:{bwb}" + "".join(f"&{naam}={waarde}" for naam, waarde in delen if waarde)


def url(link: str) -> str:
    """Address at which wetten.overheid.nl shows what a jci link points at."""
    return BASIS + link
