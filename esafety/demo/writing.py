"""What the leads of the demo have made of our lessons: one adapted, one being written, one switched off."""

from __future__ import annotations

from copy import deepcopy
from datetime import datetime
from typing import Any

from esafety.core.tenancy import SchoolSession
from esafety.curriculum.library import Library
from esafety.curriculum.models import OwnLessonVersion
from esafety.curriculum.own import lessons

ADAPTED, WRITTEN, OFF = "passwords-accounts/lks2", "reliable-information/lks2", "mobile-devices/ks1"
OUR_OWN_WORDS = "Who looks after the tablets in our school?"
STARTED = {
    "id": "own-newspaper",
    "kind": "true-or-not",
    "scenario": True,
    "stem": "Our school newsletter had a photo of a flying cow. Then it must be true.",
    "answer": "not",
    "explanations": {"true": "", "not": "A photo can be made up. Ask who made it, and look in a second place."},
}


def write_lessons(db: SchoolSession, *, shelf: Library, at: datetime) -> None:
    """Adapt, begin and switch off, as a lead would do it; what the shelf does not have is left alone."""
    if all(shelf.has_lesson(key) for key in (ADAPTED, WRITTEN, OFF)):
        draft, body = _adapt(db, shelf, ADAPTED, at)
        talk = next(step for step in body["steps"] if step["kind"] == "talk")
        talk["text"] = f"{talk['text']} {OUR_OWN_WORDS}"
        _keep(db, draft, body, at)
        lessons.publish(db, draft=draft, library=shelf, by="demo", at=at)
        draft, body = _adapt(db, shelf, WRITTEN, at)
        body["quiz"]["questions"].append(deepcopy(STARTED))
        _keep(db, draft, body, at)
        lessons.switch_off(db, key=OFF, by="demo", at=at)


def _adapt(db: SchoolSession, shelf: Library, key: str, at: datetime) -> tuple[OwnLessonVersion, dict[str, Any]]:
    ours = shelf.lesson(key)
    draft = lessons.adapt(db, edition=ours, ours=ours, by="demo", at=at)
    return draft, lessons.body_of(draft)


def _keep(db: SchoolSession, draft: OwnLessonVersion, body: dict[str, Any], at: datetime) -> None:
    lessons.save(db, draft=draft, body=body, opened=lessons.seen(draft), by="demo", at=at)
