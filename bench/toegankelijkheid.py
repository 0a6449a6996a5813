"""Looks at html reports as a browser shows them: axe-core finds nothing, and nothing runs off a narrow screen.

    python bench/toegankelijkheid.py [DOCUMENT ...] [--axe FOLDER] [--keep FOLDER]

Makes the reports of DOCUMENT (default: a choice from corpus/, and an overview of them) and an audit of them all, opens each page (of the
audit: the overview and three gemeenten) in headless Chromium at the width of a desktop and of two phones, and prints what axe-core finds
(all its rules, WCAG and best practice). Exit code 1 when it finds something, 2 when Chromium or axe-core is not to be had. ``--axe``: a
folder in which axe-core is installed already (else npm installs it in a temporary one). ``--keep``: write the pages there with pictures
and the PDF that Chromium prints.
"""

from __future__ import annotations

import argparse
import base64
import itertools
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from verordening_tool import api
from verordening_tool.auditing import loop
from verordening_tool.auditing.opties import Auditopties
from verordening_tool.reports.formaten import maak_bestanden
from verordening_tool.reports.rapport import stel_op

ROOT = Path(__file__).resolve().parents[1]
CHOICE = ("02-", "05-", "08-", "13-", "20-", "25-", "30-", "34-", "39-", "40-", "42-")
AXE = "axe-core@4.14"
WIDTHS = {"desktop": 1280, "phone": 360, "narrow": 320}
FLAGS = ("--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run", "--remote-debugging-pipe")


class Browser:
    """Chromium, spoken to through a pipe with its DevTools protocol (messages of JSON that end in a null byte)."""

    def __init__(self, read_fd: int, write_fd: int) -> None:
        self._in = os.fdopen(read_fd, "rb")
        self._out = os.fdopen(write_fd, "wb")
        self._numbers = itertools.count(1)
        self._session: str | None = None
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        self._session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        self.call("Page.enable")
        self.call("Page.setBypassCSP", enabled=True)  # the pages forbid every script, also that of axe

    def call(self, method: str, **params: Any) -> dict[str, Any]:
        """Send a command and give its result."""
        number = next(self._numbers)
        session = {"sessionId": self._session} if self._session else {}
        self._out.write(json.dumps({"id": number, "method": method, "params": params, **session}).encode() + b"\0")
        self._out.flush()
        answer = self._until(lambda message: message.get("id") == number)
        if "error" in answer:
            raise RuntimeError(f"{method}: {answer['error']['message']}")
        result: dict[str, Any] = answer["result"]
        return result

    def open(self, page: Path, width: int) -> None:
        """Show a page at a width, in CSS pixels."""
        self.call("Emulation.setDeviceMetricsOverride", width=width, height=900, deviceScaleFactor=1, mobile=width < 600)
        self.call("Page.navigate", url=page.as_uri())
        self._until(lambda message: message.get("method") == "Page.loadEventFired")

    def evaluate(self, script: str) -> Any:
        """The value of a script, awaited."""
        answer = self.call("Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True)
        if "exceptionDetails" in answer:
            raise RuntimeError(json.dumps(answer["exceptionDetails"])[:500])
        return answer["result"].get("value")

    def save(self, page: Path, width_name: str) -> None:
        """Write a picture of the page shown, and its PDF when it is shown as on a desktop."""
        picture = self.call("Page.captureScreenshot", captureBeyondViewport=True)["data"]
        page.with_suffix(f".{width_name}.png").write_bytes(base64.b64decode(picture))
        if width_name == "desktop":
            printed = self.call("Page.printToPDF", preferCSSPageSize=True, printBackground=False)["data"]
            page.with_suffix(".pdf").write_bytes(base64.b64decode(printed))

    def _until(self, wanted: Any) -> dict[str, Any]:
        while True:
            message = json.loads(self._next())
            if wanted(message):
                return dict(message)

    def _next(self) -> bytes:
        parts = bytearray()
        while (byte := self._in.read(1)) != b"\0":
            if not byte:
                raise RuntimeError("Chromium ended")
            parts += byte
        return bytes(parts)


@contextmanager
def browser(program: str) -> Iterator[Browser]:
    """Chromium with a user folder of its own, ended at the end."""
    (to_read, chromium_out), (chromium_in, to_write) = os.pipe(), os.pipe()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as home:
        # The protocol asks for file descriptors 3 (to Chromium) and 4 (from Chromium).
        script = f'exec "$@" 3<&{chromium_in} 4>&{chromium_out}'
        process = subprocess.Popen(
            ["bash", "-c", script, "bash", program, *FLAGS, f"--user-data-dir={home}", "about:blank"],
            pass_fds=(chromium_in, chromium_out),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(chromium_in)
        os.close(chromium_out)
        try:
            yield Browser(to_read, to_write)
        finally:
            process.terminate()
            process.wait(timeout=20)


def axe_source(folder: Path) -> str:
    """The script of axe-core, from ``folder``; installed there first when it is not there yet."""
    file = folder / "node_modules" / "axe-core" / "axe.min.js"
    if not file.exists():
        npm = str(shutil.which("npm"))
        subprocess.run([npm, "install", "--silent", "--no-audit", "--no-fund", "--prefix", str(folder), AXE], check=True)
    return file.read_text(encoding="utf-8")


def write_pages(documents: list[Path], folder: Path) -> list[Path]:
    """The reports as ``verordening toets -f html`` writes them: an overview with its pages, and one on a single document."""
    results = tuple(api.toets(documents))
    pages = []
    for name, chosen in (("overview", results), ("single", results[:1])):
        (folder / name).mkdir(parents=True, exist_ok=True)
        for file in maak_bestanden("html", stel_op(chosen)):
            pages.append(folder / name / (file.naam or "report.html"))
            pages[-1].write_bytes(file.inhoud)
    return pages


def write_audit(documents: list[Path], folder: Path) -> list[Path]:
    """What ``verordening audit`` writes on these documents and one that can not be read: the overview and the three longest pages."""
    source, target = folder / "audited", folder / "audit"
    source.mkdir(parents=True, exist_ok=True)
    for document in documents:
        shutil.copy(document, source)
    (source / "leeg.docx").write_bytes(b"")
    loop.audit(source, target, Auditopties(werkers=1))
    gemeenten = sorted((target / "gemeenten").iterdir(), key=lambda page: -page.stat().st_size)
    return [target / "overzicht.html", *gemeenten[:3]]


def look(shown: Browser, page: Path, axe: str, width_name: str) -> list[str]:
    """What is wrong with a page at a width, one line each."""
    shown.open(page, WIDTHS[width_name])
    where = f"{page.parent.name}/{page.name} {width_name}"
    shown.evaluate(axe)
    found = shown.evaluate("axe.run().then(r => r.violations.map(v => [v.id, v.impact, v.help, v.nodes.map(n => n.html).slice(0, 3)]))")
    too_wide = shown.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    lines = [f"{where}: {rule} ({impact}) {text}\n    " + "\n    ".join(nodes) for rule, impact, text, nodes in found]
    return lines + ([f"{where}: {too_wide} px too wide"] if too_wide > 0 else [])


def write_faulty_page(folder: Path) -> Path:
    """A page that axe-core must find fault with and that is too wide: its silence counts only when it does."""
    page = folder / "faulty.html"
    page.write_text('<html><body><img src="x.png"><p style="width: 2000px">te breed</p></body></html>', encoding="utf-8")
    return page


def main() -> int:
    """Look at every page; the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("documents", nargs="*", type=Path)
    parser.add_argument("--axe", type=Path)
    parser.add_argument("--keep", type=Path)
    options = parser.parse_args()
    program = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if program is None or (options.axe is None and shutil.which("npm") is None):
        print("Chromium or npm is not on this machine", file=sys.stderr)
        return 2
    corpus = sorted((ROOT / "corpus" / "documenten").iterdir())
    documents = options.documents or [path for path in corpus if path.name.startswith(CHOICE)]
    with tempfile.TemporaryDirectory() as temporary:
        folder = (options.keep or Path(temporary)).resolve()
        pages = [*write_pages(documents, folder), *write_audit(documents, folder)]
        try:
            axe = axe_source(options.axe or Path(temporary))
        except subprocess.CalledProcessError:
            print("npm can not install axe-core", file=sys.stderr)
            return 2
        wrong = []
        with browser(program) as shown:
            known = " ".join(look(shown, write_faulty_page(Path(temporary)), axe, "phone"))
            if not ("image-alt" in known and "html-has-lang" in known and "too wide" in known):
                raise RuntimeError(f"A faulty page passed: {known}")
            for page, width_name in itertools.product(pages, WIDTHS):
                wrong += look(shown, page, axe, width_name)
                if options.keep:
                    shown.save(page, width_name)
    print(
        "\n".join(
            [*wrong, f"{len(pages)} pages at {len(WIDTHS)} widths ({', '.join(map(str, WIDTHS.values()))} px): {len(wrong)} violations"]
        )
    )
    return int(bool(wrong))


if __name__ == "__main__":
    raise SystemExit(main())
