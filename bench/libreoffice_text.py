"""Read documents in a running LibreOffice and say what it shows. Helper of against_libreoffice.py.

Runs in a Python that has LibreOffice's ``uno`` module. Takes one path per line on stdin and answers each with one line of
JSON: the text export after accepting (or rejecting) all changes (labels of lists switched off first), the list labels, the text boxes.

Usage: python3 libreoffice_text.py PIPE_NAME Accept|Reject
"""

# mypy: ignore-errors
# The uno module has no types, and is only there in the Python of LibreOffice.

import json
import shutil
import sys
import tempfile
import time
from pathlib import Path

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException
from com.sun.star.lang import IndexOutOfBoundsException
from com.sun.star.style.NumberingType import CHAR_SPECIAL
from com.sun.star.uno import RuntimeException


def properties(**values):
    return tuple(PropertyValue(name, 0, value, 0) for name, value in values.items())


def connect(pipe):
    context = uno.getComponentContext()
    resolver = context.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", context)
    for _ in range(120):
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except NoConnectException:
            time.sleep(0.5)
    sys.exit("LibreOffice does not answer")


def walk(text):
    """Paragraphs of a text in order, those in tables too."""
    elements = text.createEnumeration()
    while elements.hasMoreElements():
        element = elements.nextElement()
        if element.supportsService("com.sun.star.text.Paragraph"):
            yield element
        elif element.supportsService("com.sun.star.text.TextTable"):
            for name in element.getCellNames():
                yield from walk(element.getCellByName(name))


def string_of(source):
    """Text of a frame, shape or note; "" when LibreOffice says that it holds none."""
    try:
        return source.getString()
    except RuntimeException:
        return ""


def label_of(paragraph):
    """The label in front of a paragraph; "•" for any bullet, which ListLabelString leaves out."""
    if paragraph.ListLabelString or not paragraph.NumberingIsNumber or paragraph.NumberingRules is None:
        return paragraph.ListLabelString
    level = {item.Name: item.Value for item in paragraph.NumberingRules.getByIndex(paragraph.NumberingLevel)}
    return "•" if level.get("NumberingType") == CHAR_SPECIAL and level.get("BulletChar", "").strip() else ""


def shapes_text(shapes):
    for i in range(shapes.getCount()):
        shape = shapes.getByIndex(i)
        if shape.supportsService("com.sun.star.drawing.GroupShape"):
            yield from shapes_text(shape)
        elif hasattr(shape, "getString") and not shape.supportsService("com.sun.star.text.TextFrame"):
            yield string_of(shape)


def frames_text(document):
    for i in range(document.TextFrames.getCount()):
        try:
            yield from [p.getString() for p in walk(document.TextFrames.getByIndex(i))]
        except (RuntimeException, IndexOutOfBoundsException):  # a frame that LibreOffice itself can not find
            continue


def read(desktop, dispatcher, path, command):
    with tempfile.TemporaryDirectory() as folder:
        target = (Path(folder) / "export.txt").as_uri()
        copy = Path(folder) / Path(path).name  # LibreOffice puts a lock file beside what it opens
        shutil.copyfile(path, copy)
        document = desktop.loadComponentFromURL(copy.as_uri(), "_blank", 0, properties(Hidden=True, MacroExecutionMode=0, UpdateDocMode=0))
        if document is None:
            return {"error": "LibreOffice does not open it"}
        try:
            if not document.supportsService("com.sun.star.text.TextDocument"):
                return {"error": "no text document"}
            document.RecordChanges = False  # else what is done below becomes a tracked change, which the export prints
            dispatcher.executeDispatch(document.CurrentController.Frame, command, "", 0, ())
            notes = []
            for source in (document.getFootnotes(), document.getEndnotes()):
                found = [source.getByIndex(i) for i in range(source.getCount())]
                notes += [string_of(note) for note in found]
                for note in found:  # the export shows their numbers, glued to a word
                    note.getAnchor().getText().removeTextContent(note)
            boxes = list(frames_text(document)) + list(shapes_text(document.DrawPage))
            paragraphs = [(p, label_of(p), p.getString()) for p in walk(document.Text)]
            labels = [(label, string) for _, label, string in paragraphs if label]
            for p, label, _ in paragraphs:
                if label:
                    p.NumberingIsNumber = False
            document.storeToURL(target, properties(FilterName="Text (encoded)", FilterOptions="UTF8,LF,,,"))
            text = (Path(folder) / "export.txt").read_text(encoding="utf-8-sig", errors="replace")
        finally:
            document.close(True)
    return {"text": text, "labels": labels, "boxes": [box for box in boxes if box.strip()], "notes": notes}


def main():
    context = connect(sys.argv[1])
    command = f".uno:{sys.argv[2]}AllTrackedChanges"
    desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
    dispatcher = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.DispatchHelper", context)
    for line in sys.stdin:
        try:
            answer = read(desktop, dispatcher, line.rstrip("\n"), command)
        except Exception as error:  # noqa: BLE001 - whatever LibreOffice throws is its answer for this file
            answer = {"error": f"{type(error).__name__}: {error}"[:200]}
        print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    main()
