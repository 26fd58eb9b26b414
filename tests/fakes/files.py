"""Photos and PDFs as people send them, made here."""

from io import BytesIO

from PIL import Image, ImageDraw
from pypdf import PdfWriter
from pypdf.annotations import Link
from pypdf.generic import DictionaryObject, NameObject, TextStringObject

LATITUDE = (53.0, 47.0, 59.0)


def a_photo(width=1600, height=1200, *, kind="JPEG", orientation=1, colour=(200, 60, 40)):
    """A photo with a camera's notes in it: where it was taken, and with which phone."""
    image = Image.new("RGB", (width, height), colour)
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, 0, width // 4, height // 4), fill="white")
    draw.ellipse((width // 3, height // 3, 2 * width // 3, 2 * height // 3), fill="black")
    notes = Image.Exif()
    notes[0x010F], notes[0x0110], notes[0x0112] = "Fairphone", "FP6 of Jo", orientation
    places = notes.get_ifd(0x8825)
    places[1], places[2], places[3], places[4] = "N", LATITUDE, "W", (1.0, 32.0, 58.0)
    out = BytesIO()
    image.save(out, kind, exif=notes)
    return out.getvalue()


def a_drawing(width=1200, height=800):
    """A stage plot as drawing programs save one: a few lines on nothing."""
    image = Image.new("RGBA", (width, height), (0, 0, 0, 0))
    ImageDraw.Draw(image).rectangle((100, 100, width - 100, height - 100), outline="black", width=8)
    out = BytesIO()
    image.save(out, "PNG")
    return out.getvalue()


def a_pdf(pages=1, *, password=None, author="Jo Secret"):
    """A PDF with an author, a script that runs when it is opened, a link and an attachment."""
    writer = PdfWriter()
    for _ in range(pages):
        writer.add_blank_page(width=595, height=842)
    writer.add_metadata({"/Author": author})
    script = {"/S": NameObject("/JavaScript"), "/JS": TextStringObject("app.alert('hello')")}
    writer.root_object[NameObject("/OpenAction")] = DictionaryObject(
        {NameObject(name): each for name, each in script.items()}
    )
    writer.add_attachment("notes.txt", b"where Jo lives")
    if pages:
        writer.add_annotation(0, Link(rect=(10, 10, 90, 30), url="https://thefoxes.com/rider"))
        run = DictionaryObject(
            {NameObject("/S"): NameObject("/Launch"), NameObject("/F"): TextStringObject("calc.exe")}
        )
        bad = Link(rect=(10, 40, 90, 60), url="https://thefoxes.com/rider")
        bad[NameObject("/A")] = run
        writer.add_annotation(0, bad)
    if password:
        writer.encrypt(password)
    out = BytesIO()
    writer.write(out)
    return out.getvalue()
