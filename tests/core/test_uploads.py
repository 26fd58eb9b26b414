"""Files as they are sent: what comes of each, told by decoding it."""

from io import BytesIO

import pytest
from fpdf import FPDF
from PIL import Image, ImageCms
from pypdf import PdfReader

from core.bands.kits.files import FileRefused, FileTrouble
from presentation.uploads.reading import read
from tests.fakes.files import LATITUDE, a_drawing, a_pdf, a_photo


def opened(content):
    return Image.open(BytesIO(content))


def saved(image, kind, **more):
    out = BytesIO()
    image.save(out, kind, **more)
    return out.getvalue()


def test_the_photo_that_is_sent_says_where_it_was_taken():
    assert opened(a_photo()).getexif().get_ifd(0x8825)[2] == LATITUDE


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "MPO"])
def test_whatever_it_was_it_is_rewritten_without_its_notes(kind):
    found = read(a_photo(kind=kind))
    for content in (found.content, found.page, found.card):
        image = opened(content)
        assert not image.getexif()
        assert not {"exif", "xmp", "icc_profile", "comment"} & set(image.info)
        assert b"Fairphone" not in content


@pytest.mark.parametrize("orientation", range(1, 9))
def test_it_stands_upright_whichever_way_the_phone_was_held(orientation):
    image = opened(read(a_photo(1200, 800, orientation=orientation)).content)
    assert image.size == ((1200, 800) if orientation <= 4 else (800, 1200))


def test_what_lets_light_through_is_white():
    assert opened(read(a_drawing()).content).getpixel((5, 5)) == (255, 255, 255)
    palette = Image.new("P", (400, 400), 0)
    palette.putpalette([10, 20, 30] * 256)
    page = opened(read(saved(palette, "PNG", transparency=0)).page)
    assert min(page.getpixel((5, 5))) > 250


def test_colours_of_a_wider_space_look_as_they_did():
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB"))
    image = Image.new("RGB", (400, 400), (200, 60, 40))
    kept = read(saved(image, "JPEG", icc_profile=profile.tobytes(), quality=95))  # one that does not fit
    assert opened(kept.content).mode == "RGB"
    own = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    same = opened(read(saved(image, "JPEG", icc_profile=own, quality=95)).content).getpixel((200, 200))
    assert all(abs(one - other) < 8 for one, other in zip(same, (200, 60, 40), strict=True))


@pytest.mark.parametrize("mode", ["L", "CMYK", "1", "I;16"])
def test_every_sort_of_pixels_becomes_a_page(mode):
    kind = "JPEG" if mode in ("L", "CMYK") else "PNG"
    assert opened(read(saved(Image.new(mode, (400, 400)), kind)).page).mode == "RGB"


def test_a_photo_in_a_pdf_does_not_say_where_it_was_taken():
    paper = FPDF()
    paper.add_page()
    paper.image(BytesIO(a_photo()), w=100)
    content = bytes(paper.output())
    assert b"Fairphone" in content
    kept = read(content).content
    assert b"Fairphone" not in kept
    assert b"Exif" not in kept
    [image] = PdfReader(BytesIO(kept)).pages[0].images
    assert opened(image.data).size == (1600, 1200)


def test_the_same_file_is_the_same_bytes():
    assert read(a_photo()) == read(a_photo())
    assert read(a_pdf()) == read(a_pdf())


@pytest.mark.parametrize(
    ("content", "trouble"),
    [
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 99, FileTrouble.NOT_KNOWN),
        (b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>", FileTrouble.NOT_KNOWN),
        (saved(Image.new("RGB", (400, 400)), "BMP"), FileTrouble.NOT_KNOWN),
        (saved(Image.new("RGB", (400, 400)), "TIFF"), FileTrouble.NOT_KNOWN),
        (a_pdf()[:600], FileTrouble.BROKEN),
    ],
)
def test_what_is_not_taken_is_told_apart(content, trouble):
    with pytest.raises(FileRefused) as refused:
        read(content)
    assert refused.value.trouble is trouble
