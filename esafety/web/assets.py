"""Styles, scripts, fonts and pictures: each under an address that holds the hash of its content.

Such an address never changes its meaning, so browsers keep it for a year and ask for nothing twice. Everything is read
once when the app starts and served from memory.
"""

import gzip
import hashlib
import mimetypes
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

from flask import Flask, Response, abort, request

from esafety.places import content_directory
from esafety.web.bundles import BUNDLES

NO_PICTURE = "no-picture.svg"
STATIC = Path(__file__).parent / "static"
FOR_A_YEAR = "public, max-age=31536000, immutable"
COMPRESSED = frozenset({".css", ".js", ".svg", ".txt", ".json"})
TYPES = {".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".woff2": "font/woff2"}
ADDRESS_IN_CSS = re.compile(r'url\("/([^"]+)"\)')
COMMENT_IN_CSS = re.compile(r"/\*.*?\*/\s*", re.DOTALL)


@dataclass(frozen=True)
class Asset:
    """One file as it is sent: its path below ``static``, its bytes and their hash."""

    path: str
    body: bytes

    @cached_property
    def digest(self) -> str:
        return hashlib.sha256(self.body).hexdigest()[:12]

    @cached_property
    def address(self) -> str:
        return f"/static/{self.digest}/{self.path}"

    @cached_property
    def media_type(self) -> str:
        suffix = Path(self.path).suffix
        return TYPES.get(suffix) or mimetypes.guess_type(self.path)[0] or "application/octet-stream"

    @cached_property
    def zipped(self) -> bytes | None:
        """The compressed bytes, made when first asked for; None where compressing gains nothing."""
        if Path(self.path).suffix not in COMPRESSED:
            return None
        return gzip.compress(self.body, 9, mtime=0)


class Shelf:
    """All assets of the app by path. Looking one up costs no disk access."""

    def __init__(self, folders: Mapping[str, Path], bundles: Mapping[str, Iterable[str]]) -> None:
        """Read the folders (prefix to folder), then join the bundles (path to the files it is made of)."""
        self._assets: dict[str, Asset] = {}
        for prefix, folder in folders.items():
            for file in sorted(folder.rglob("*")):
                if file.is_file():
                    self._put(prefix + file.relative_to(folder).as_posix(), file.read_bytes())
        for path, parts in bundles.items():
            join = _joined_script if path.endswith(".js") else self._joined_style
            self._put(path, join([self._assets[part].body.decode() for part in parts]).encode())

    def address(self, path: str) -> str:
        """Where a browser finds this file; KeyError when there is none, so that a page with a typing error fails."""
        return self._assets[path].address

    def find(self, digest: str, path: str) -> Asset | None:
        """The asset with exactly this content, or None."""
        asset = self._assets.get(path)
        return asset if asset is not None and asset.digest == digest else None

    def has(self, path: str) -> bool:
        return path in self._assets

    def _put(self, path: str, body: bytes) -> None:
        self._assets[path] = Asset(path, body)

    def _joined_style(self, parts: list[str]) -> str:
        style = COMMENT_IN_CSS.sub("", "".join(parts))
        return ADDRESS_IN_CSS.sub(lambda found: f'url("{self.address(found[1])}")', style)


def _joined_script(parts: list[str]) -> str:
    """Each module keeps its names to itself by standing in a block of its own."""
    return "".join(f"{{\n{part}}}\n" for part in parts)


@cache
def shelf() -> Shelf:
    """The app's own files and, as ``pictures/<name>.svg``, those of the curriculum. Read once per process."""
    return Shelf({"": STATIC, "pictures/": content_directory() / "pictures"}, BUNDLES)


def asset(path: str) -> str:
    """The address of a file, for templates.

    A path of ours that does not exist fails. A picture that the curriculum names but does not have shows as an empty
    card, because a child's lesson goes on without it; the check of the content reports it.
    """
    if path.startswith("pictures/") and not shelf().has(path):
        return shelf().address(NO_PICTURE)
    return shelf().address(path)


def serve(app: Flask) -> None:
    """Answer for every asset under the endpoint ``static_file``; give templates ``asset()`` and ``has_asset()``."""
    app.jinja_env.globals.update(asset=asset, has_asset=shelf().has)

    def static_file(digest: str, path: str) -> Response:
        """Send one file, compressed where the browser can read that; 404 for any other hash."""
        asset = shelf().find(digest, path)
        return abort(404) if asset is None else _sent(asset)

    app.add_url_rule("/static/<digest>/<path:path>", "static_file", static_file, methods=["GET"])


def _sent(asset: Asset) -> Response:
    zipped = asset.zipped if request.accept_encodings.quality("gzip") else None
    response = Response(asset.body if zipped is None else zipped, content_type=asset.media_type)
    response.headers["Cache-Control"] = FOR_A_YEAR
    response.set_etag(asset.digest if zipped is None else f"{asset.digest}-gzip")
    if asset.zipped is not None:
        response.headers["Vary"] = "Accept-Encoding"
    if zipped is not None:
        response.headers["Content-Encoding"] = "gzip"
    response.make_conditional(request)
    return response
