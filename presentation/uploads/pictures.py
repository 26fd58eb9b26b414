"""Pictures as people send them, rewritten: upright, in sRGB, and silent on where they were taken."""

from io import BytesIO

from PIL import Image, ImageCms, ImageOps

from core.bands.kits.files import LEAST_SIDE, PIXEL_LIMIT, CheckedFile, FileRefused, FileTrouble

_FORMATS = ("JPEG", "PNG", "WEBP", "GIF", "MPO")
_LARGEST = 2400
"""The longer side of what is kept to download, in pixels."""
_PAGE = 1280
CARD = 1200, 630
"""The size that previews of pages have nearly everywhere."""
_QUALITY = 85
_BOMBS = (Image.DecompressionBombError, Image.DecompressionBombWarning)


def picture(content: bytes) -> CheckedFile:
    """The picture in its three forms. Raises FileRefused."""
    image = _opened(content)
    drawn = image.format in ("PNG", "GIF")
    whole = _upright(image)
    largest = _within(whole, _LARGEST)
    plan = _as_png(largest) if drawn else b""
    photo = _as_jpeg(largest, quality=92 if drawn else _QUALITY)
    # A drawing is smaller as a PNG, and its lines stay sharp. A photo is many times larger.
    as_png = drawn and len(plan) <= 2 * len(photo)
    return CheckedFile(
        "image/png" if as_png else "image/jpeg",
        plan if as_png else photo,
        _as_jpeg(_within(whole, _PAGE), quality=_QUALITY),
        _as_jpeg(ImageOps.fit(whole, CARD, centering=(0.5, 0.35)), quality=_QUALITY),
    )


def _opened(content: bytes) -> Image.Image:
    """The picture before its pixels are decoded; its size is known by then."""
    try:
        image = Image.open(BytesIO(content), formats=_FORMATS)
    except _BOMBS as error:
        raise FileRefused(FileTrouble.TOO_MANY_PIXELS) from error
    except Exception as error:
        raise FileRefused(FileTrouble.NOT_KNOWN) from error
    if image.width * image.height > PIXEL_LIMIT:
        raise FileRefused(FileTrouble.TOO_MANY_PIXELS)
    if min(image.size) < LEAST_SIDE:
        raise FileRefused(FileTrouble.TOO_SMALL)
    return image


def _upright(image: Image.Image) -> Image.Image:
    """All pixels, on white where they let light through. Nothing else of the file is taken over."""
    try:
        image.draft("RGB", (_LARGEST, _LARGEST))
        image.load()
        turned = ImageOps.exif_transpose(image)
        colours = image.info.get("icc_profile")
        flat = Image.new("RGB", turned.size, "white")
        if "A" in turned.getbands() or "transparency" in turned.info:
            clear = turned.convert("RGBA")
            flat.paste(clear, mask=clear.getchannel("A"))
        else:
            flat.paste(_in_srgb(turned, colours) if colours else turned.convert("RGB"))
    except Exception as error:
        raise FileRefused(FileTrouble.BROKEN) from error
    return flat


def _in_srgb(image: Image.Image, colours: bytes) -> Image.Image:
    """The same colours to the eye: phones photograph in a wider space, and the profile is not kept."""
    plain = image if image.mode in ("RGB", "CMYK", "L") else image.convert("RGB")
    try:
        source = ImageCms.ImageCmsProfile(BytesIO(colours))
        found = ImageCms.profileToProfile(plain, source, ImageCms.createProfile("sRGB"), outputMode="RGB")
    except (ImageCms.PyCMSError, OSError, ValueError):
        return plain.convert("RGB")
    return found or plain.convert("RGB")


def _within(image: Image.Image, longest: int) -> Image.Image:
    made = image.copy()
    made.thumbnail((longest, longest), Image.Resampling.LANCZOS)
    return made


def _as_jpeg(image: Image.Image, *, quality: int) -> bytes:
    out = BytesIO()
    _bare(image).save(out, "JPEG", quality=quality, optimize=True, progressive=True)
    return out.getvalue()


def _as_png(image: Image.Image) -> bytes:
    out = BytesIO()
    _bare(image).save(out, "PNG", optimize=True)
    return out.getvalue()


def _bare(image: Image.Image) -> Image.Image:
    """Writers put into a file what they find in `info`."""
    image.info = {}
    return image
