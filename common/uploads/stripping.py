"""Taking out of a picture what it says about where, when and by whom it was made.

Segments are left out by their names; the picture itself is neither opened nor written anew.
"""

import struct

KEPT_CHUNKS = {
    *(b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"cHRM", b"gAMA", b"iCCP", b"sBIT", b"sRGB"),
    *(b"pHYs", b"bKGD"),
}


def strip(content: bytes, content_type: str) -> bytes:
    """The picture without its metadata; other kinds as they are."""
    if content_type == "image/jpeg":
        return strip_jpeg(content)
    if content_type == "image/png":
        return strip_png(content)
    return content


def strip_jpeg(content: bytes) -> bytes:
    """Without Exif, XMP, IPTC and comments. The turn of the camera is kept, alone."""
    turned = orientation(content)
    kept = [content[:2]]
    if turned not in (0, 1):
        kept.append(only_orientation(turned))
    at = 2
    while at + 4 <= len(content) and content[at] == 0xFF:
        marker, length = content[at + 1], int.from_bytes(content[at + 2 : at + 4], "big")
        if marker == 0xDA or length < 2:  # the picture begins; after it nothing is read
            break
        is_said = marker == 0xFE or (0xE1 <= marker <= 0xEF and marker not in (0xE2, 0xEE))
        if not is_said:
            kept.append(content[at : at + 2 + length])
        at += 2 + length
    end = content.rfind(b"\xff\xd9")
    kept.append(content[at : end + 2] if end > at else content[at:])
    return b"".join(kept)


def orientation(content: bytes) -> int:
    """How the camera was held, 1 to 8; 0 where it is not said."""
    at = content.find(b"Exif\x00\x00", 0, 64 * 1024)
    if at < 0:
        return 0
    tiff = content[at + 6 : at + 6 + 64 * 1024]
    order = {b"II": "<", b"MM": ">"}.get(tiff[:2])
    if order is None or len(tiff) < 14:
        return 0
    (first,) = struct.unpack(f"{order}I", tiff[4:8])
    if first + 2 > len(tiff):
        return 0
    (count,) = struct.unpack(f"{order}H", tiff[first : first + 2])
    for number in range(min(count, 100)):
        entry = tiff[first + 2 + 12 * number : first + 14 + 12 * number]
        if len(entry) == 12 and struct.unpack(f"{order}H", entry[:2])[0] == 0x0112:
            turned = int(struct.unpack(f"{order}H", entry[8:10])[0])
            return turned if 1 <= turned <= 8 else 0
    return 0


def only_orientation(turned: int) -> bytes:
    tiff = struct.pack(">2sHIHHHIHHI", b"MM", 42, 8, 1, 0x0112, 3, 1, turned, 0, 0)
    said = b"Exif\x00\x00" + tiff
    return b"\xff\xe1" + struct.pack(">H", len(said) + 2) + said


def strip_png(content: bytes) -> bytes:
    """Only the chunks that make the picture."""
    kept, at = [content[:8]], 8
    while at + 12 <= len(content):
        length = int.from_bytes(content[at : at + 4], "big")
        name = content[at + 4 : at + 8]
        if name in KEPT_CHUNKS:
            kept.append(content[at : at + 12 + length])
        at += 12 + length
        if name == b"IEND":
            break
    return b"".join(kept)
