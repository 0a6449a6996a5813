"""The progress of a long run: a bar on stderr, on a terminal only."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

Meld = Callable[[int, int], None]  # told how many files are done, and of how many


@contextmanager
def voortgangsbalk() -> Iterator[Meld | None]:
    """A function to tell the progress to; None when stderr is no terminal."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, ProgressColumn, Task, TaskProgressColumn, TextColumn
    from rich.text import Text

    class Tempo(ProgressColumn):
        """Files per second and the time left."""

        def render(self, task: Task) -> Text:
            """The words behind the bar."""
            return Text(tempo(task.finished_speed or task.speed, None if task.finished else task.time_remaining))

    balk = Progress(TextColumn("{task.description}"), BarColumn(bar_width=40), TaskProgressColumn(), Tempo(), console=Console(stderr=True))
    taak = balk.add_task("", total=None)

    def meld(klaar: int, totaal: int) -> None:
        balk.update(taak, completed=klaar, total=totaal, description=f"{totaal:,} bestanden".replace(",", " "))

    with balk:
        yield meld


def tempo(per_seconde: float | None, seconden: float | None) -> str:
    """How fast it goes and how long it will take, in words; nothing while that is unknown."""
    if not per_seconde:
        return ""
    snelheid = f"{per_seconde:.0f} per seconde" if per_seconde >= 10 else f"{per_seconde:.1f} per seconde".replace(".", ",")
    return snelheid if seconden is None else f"{snelheid} · nog {duur(seconden)}"


def duur(seconden: float) -> str:
    """A time in plain words: "3 minuten"."""
    if seconden < 60:
        return f"{max(seconden, 1):.0f} seconden" if seconden >= 1.5 else "1 seconde"
    minuten = round(seconden / 60)
    if minuten < 60:
        return f"{minuten} minuten" if minuten > 1 else "1 minuut"
    uren, minuten = divmod(minuten, 60)
    return f"{uren} uur en {minuten} minuten" if minuten > 1 else f"{uren} uur"
