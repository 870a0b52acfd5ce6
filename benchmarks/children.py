"""Thirty children at thirty browsers: they come in by the class's door all at once, then each does a lesson.

A process of its own. Reads {"port", "code", "lesson", "children": [{"id", "pictures"}]} as JSON; prints the seconds of
every request and of every child's whole sign-in: {"sign_in", "whole_sign_in", "lesson", "wrong"}. No child ever pauses
to read or think, which is harder on the server than any class.
"""

import asyncio
import json
import re
import sys
import time
from typing import Any
from urllib.parse import urlencode

_CSRF = re.compile(r'name="csrf" value="([^"]+)"')
_FIELD = re.compile(r'name="((?:choice|place-|match-|group-)[^"]*)"(?: value="([^"]*)")?')
_OPTION = re.compile(r'<option value="([^"]+)"')
_MOST_SCREENS = 60


class WrongAnswer(Exception):
    """The server answered something else than a lesson needs."""


class Browser:
    """One child's browser: a connection, cookies, and how long each request took."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.cookies: dict[str, str] = {}
        self.seconds: list[float] = []
        self.csrf = ""

    async def connect(self) -> None:
        self._reader, self._writer = await asyncio.open_connection("127.0.0.1", self.port)

    async def get(self, path: str) -> str:
        """Open a page, following where it leads."""
        for _ in range(5):
            status, location, body = await self._ask("GET", path, "")
            if status == 200:
                if found := _CSRF.search(body):
                    self.csrf = found[1]
                return body
            if status not in (302, 303):
                break
            path = location
        raise WrongAnswer(f"GET {path}: {status}")

    async def post(self, path: str, *fields: tuple[str, str]) -> str:
        """Send a form; returns where it leads."""
        status, location, _body = await self._ask("POST", path, urlencode([("csrf", self.csrf), *fields]))
        if status != 303:
            raise WrongAnswer(f"POST {path}: {status}")
        return location.partition("#")[0]

    async def _ask(self, method: str, path: str, body: str) -> tuple[int, str, str]:
        cookies = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        head = [f"{method} {path} HTTP/1.1", f"Host: 127.0.0.1:{self.port}", f"Cookie: {cookies}"]
        if method == "POST":
            head += ["Content-Type: application/x-www-form-urlencoded", f"Content-Length: {len(body)}"]
        begun = time.perf_counter()
        self._writer.write(("\r\n".join(head) + "\r\n\r\n" + body).encode())
        heard = (await self._reader.readuntil(b"\r\n\r\n")).decode().split("\r\n")
        headers = [line.partition(": ")[::2] for line in heard[1:] if line]
        length = next(int(value) for name, value in headers if name.lower() == "content-length")
        text = (await self._reader.readexactly(length)).decode()
        self.seconds.append(time.perf_counter() - begun)
        for name, value in headers:
            if name.lower() == "set-cookie":
                cookie, _, kept = value.partition(";")[0].partition("=")
                self.cookies[cookie] = kept
        return int(heard[0].split()[1]), next((v for n, v in headers if n.lower() == "location"), ""), text


async def sign_in(browser: Browser, code: str, child: dict[str, Any]) -> None:
    """The code on the board, the own name, the own pictures, and the path appears."""
    await browser.get("/class")
    names = await browser.get(await browser.post("/class", ("code", code)))
    mine = f"/class/who/{child['id']}"
    if mine not in names:
        raise WrongAnswer("the own name is not among the tiles")
    await browser.get(mine)
    await browser.get(await browser.post(mine, *(("chosen", picture) for picture in child["pictures"])))


async def do_lesson(browser: Browser, lesson: str) -> None:
    """Every screen of a lesson to its end, answering what is asked."""
    await browser.get(f"/lesson/{lesson}")
    here = await browser.post("/lesson/begin", ("lesson", lesson))
    for _ in range(_MOST_SCREENS):
        status, location, page = await browser._ask("GET", here, "")
        if status == 303:
            here = location
        elif here.endswith("/end"):
            return
        elif 'id="answer"' in page:
            here = await browser.post(here, *_some_answer(page))
        else:
            here = await browser.post(f"{here}/on")
    raise WrongAnswer("the lesson has no end")


def _some_answer(page: str) -> list[tuple[str, str]]:
    """The first choice of everything that the question asks; items to order keep the order in which they stand."""
    answer: dict[str, str] = {}
    for found in _FIELD.finditer(page):
        name, value = found[1], found[2]
        if name.startswith("place-"):
            answer.setdefault(name, str(sum(known.startswith("place-") for known in answer) + 1))
        elif name.startswith("match-"):
            first = _OPTION.search(page, found.end())
            answer.setdefault(name, first[1] if first else "")
        elif value:
            answer.setdefault(name, value)
    return list(answer.items())


async def whole_class(asked: dict[str, Any]) -> dict[str, Any]:
    """All children at once: everybody in, then everybody through the lesson."""
    browsers = [Browser(asked["port"]) for _ in asked["children"]]
    wrong: list[str] = []
    whole: list[float] = []

    async def come_in(browser: Browser, child: dict[str, Any]) -> None:
        begun = time.perf_counter()
        await sign_in(browser, asked["code"], child)
        whole.append(time.perf_counter() - begun)

    async def all_of(*tasks: Any) -> list[float]:
        outcomes = await asyncio.gather(*tasks, return_exceptions=True)
        wrong.extend(f"{type(outcome).__name__}: {outcome}" for outcome in outcomes if isinstance(outcome, Exception))
        seconds = [second for browser in browsers for second in browser.seconds]
        for browser in browsers:
            browser.seconds.clear()
        return seconds

    await asyncio.gather(*(browser.connect() for browser in browsers))
    coming = await all_of(*(come_in(*pair) for pair in zip(browsers, asked["children"], strict=True)))
    learning = await all_of(*(do_lesson(browser, asked["lesson"]) for browser in browsers))
    return {"sign_in": coming, "whole_sign_in": whole, "lesson": learning, "wrong": wrong}


if __name__ == "__main__":
    json.dump(asyncio.run(whole_class(json.load(sys.stdin))), sys.stdout)
