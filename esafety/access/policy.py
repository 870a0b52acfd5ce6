"""The one table of who may do what. Each rule has two faces: a yes or no for one row, and a WHERE for lists."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, false, or_, true

from esafety.access.viewer import STAFF, Role, Viewer


class Can(StrEnum):
    """The things that people do in the school's words. Every page names one."""

    ENTER = "come to the door"
    WALK_OWN_PATH = "walk one's own path"
    DO_OWN_ATTEMPT = "do one's own lesson"
    TELL_SOMEONE = "tell someone"
    AGREE_AS_PUPIL = "agree to the pupils' promises"
    LEAVE = "say I am finished or sign out"
    SEE_OWN_FAMILY = "see one's own family"
    SEE_WARD = "see what one's child learned"
    SIGN_FOR_WARD = "answer an agreement for one's child"
    SEE_OWN_SIGNATURE = "see one's own signature"
    LEARN_AS_ADULT = "do a module"
    DO_OWN_MODULE = "do one's own module"
    RAISE_CONCERN = "raise a concern"
    CHANGE_OWN_ACCOUNT = "look after one's own account"
    TEACH = "teach"
    SEE_CLASS = "see a class"
    OPEN_CLASS = "open a class for a lesson"
    RUN_OPENING = "watch over an open class"
    RESET_SECRET = "give a pupil a new secret"
    PRINT_CARDS = "print login cards"
    PRINT_CERTIFICATES = "print certificates"
    TEACH_TOGETHER = "teach a lesson at the board"
    RUN_CLASS_LESSON = "go on with a lesson at the board"
    SEE_OVERVIEW = "see the school's picture"
    ASSIGN_LESSONS = "assign lessons"
    WRITE_CONTENT = "write and adapt lessons"
    SEE_FAMILIES = "see the families"
    REMIND_FAMILIES = "remind families"
    SEE_REPORTS = "see reports"
    PUBLISH_AGREEMENT = "publish an agreement"
    RECORD_PAPER = "record a paper signature"
    FIND_PEOPLE = "look up the school's people"
    MANAGE_PEOPLE = "look after the school's people"
    ENTER_STAFF = "enter staff"
    RESTRICT_LINK = "restrict what an adult may do for a child"
    READ_CONCERNS = "read concerns sent to one"
    READ_AUDIT = "read the record of changes"
    SEE_POLICY = "see the school's policy"
    KEEP_POLICIES = "look after the school's policies"
    SEE_REGISTER = "see the register of policies"
    LOOK_AT_VERSION = "look at a version of a policy"
    READ_IN_FORCE = "read a policy in force"
    SEE_LAW = "see the facts with dates and what depends on them"
    SEE_TRUST = "see the trust's picture"
    SEE_GALLERY = "see the gallery of components"
    SET_UP = "set up a new installation"


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule with its two faces. ``where`` gets the model's class, ``asks`` one row; a test proves that they agree."""

    asks: Callable[[Viewer, Any], bool]
    where: Callable[[Viewer, Any], ColumnElement[bool]]


ANY_ROW = Rule(asks=lambda viewer, row: True, where=lambda viewer, model: true())
OWN_PUPIL_ROW = Rule(
    asks=lambda viewer, row: viewer.pupil_id is not None and row.pupil_id == viewer.pupil_id,
    where=lambda viewer, model: model.pupil_id == viewer.pupil_id if viewer.pupil_id is not None else false(),
)
OWN_MODULE_ATTEMPT = Rule(
    asks=lambda viewer, row: viewer.account_id is not None and row.account_id == viewer.account_id,
    where=lambda viewer, model: model.account_id == viewer.account_id if viewer.account_id is not None else false(),
)
WARD = Rule(
    asks=lambda viewer, row: row.id in viewer.progress_ids,
    where=lambda viewer, model: model.id.in_(viewer.progress_ids),
)
SIGNING_LINK = Rule(
    asks=lambda viewer, row: row.id in viewer.signing_link_ids,
    where=lambda viewer, model: model.id.in_(viewer.signing_link_ids),
)
OWN_GUARDIAN_ROW = Rule(
    asks=lambda viewer, row: (
        viewer.guardian_id is not None and row.guardian_id == viewer.guardian_id and row.pupil_id in viewer.ward_ids
    ),
    where=lambda viewer, model: (
        (model.guardian_id == viewer.guardian_id) & model.pupil_id.in_(viewer.ward_ids)
        if viewer.guardian_id is not None
        else false()
    ),
)
TAUGHT_CLASS = Rule(
    asks=lambda viewer, row: row.id in viewer.class_ids,
    where=lambda viewer, model: model.id.in_(viewer.class_ids),
)
IN_TAUGHT_CLASS = Rule(
    asks=lambda viewer, row: row.class_id in viewer.class_ids,
    where=lambda viewer, model: model.class_id.in_(viewer.class_ids),
)
SENT_TO_ONE = Rule(
    asks=lambda viewer, row: viewer.membership_id is not None and row.membership_id == viewer.membership_id,
    where=lambda viewer, model: model.membership_id == viewer.membership_id if viewer.membership_id is not None else false(),
)
PUT_INTO_FORCE = Rule(
    asks=lambda viewer, row: row.state != "draft",
    where=lambda viewer, model: model.state != "draft",
)
IN_FORCE = Rule(
    asks=lambda viewer, row: row.state == "published",
    where=lambda viewer, model: model.state == "published",
)

Rules = Mapping[Role, Rule]
SCHOOL_PICTURE: Rules = {Role.LEAD: ANY_ROW, Role.HEAD: ANY_ROW}
ADULT_ROLES: tuple[Role, ...] = (Role.GUARDIAN, *sorted(STAFF))
EVERY_ADULT: Rules = dict.fromkeys(ADULT_ROLES, ANY_ROW)

TABLE: Mapping[Can, Rules] = {
    Can.ENTER: {Role.ANYONE: ANY_ROW},
    Can.SET_UP: {Role.ANYONE: ANY_ROW},
    Can.SEE_GALLERY: {Role.ANYONE: ANY_ROW},
    Can.LEAVE: {Role.PUPIL: ANY_ROW, Role.TRUST_LEAD: ANY_ROW, **EVERY_ADULT},
    Can.WALK_OWN_PATH: {Role.PUPIL: ANY_ROW},
    Can.DO_OWN_ATTEMPT: {Role.PUPIL: OWN_PUPIL_ROW},
    Can.TELL_SOMEONE: {Role.PUPIL: ANY_ROW},
    Can.AGREE_AS_PUPIL: {Role.PUPIL: ANY_ROW},
    Can.SEE_OWN_FAMILY: {Role.GUARDIAN: ANY_ROW},
    Can.SEE_WARD: {Role.GUARDIAN: WARD},
    Can.SIGN_FOR_WARD: {Role.GUARDIAN: SIGNING_LINK},
    Can.SEE_OWN_SIGNATURE: {Role.GUARDIAN: OWN_GUARDIAN_ROW},
    Can.LEARN_AS_ADULT: EVERY_ADULT,
    Can.DO_OWN_MODULE: dict.fromkeys(ADULT_ROLES, OWN_MODULE_ATTEMPT),
    Can.RAISE_CONCERN: EVERY_ADULT,
    Can.CHANGE_OWN_ACCOUNT: {Role.TRUST_LEAD: ANY_ROW, **EVERY_ADULT},
    Can.TEACH: {Role.TEACHER: ANY_ROW, Role.LEAD: ANY_ROW, Role.HEAD: ANY_ROW},
    Can.SEE_CLASS: {Role.TEACHER: TAUGHT_CLASS, **SCHOOL_PICTURE},
    Can.OPEN_CLASS: {Role.TEACHER: TAUGHT_CLASS, Role.LEAD: ANY_ROW},
    Can.RUN_OPENING: {Role.TEACHER: IN_TAUGHT_CLASS, Role.LEAD: ANY_ROW},
    Can.RESET_SECRET: {Role.TEACHER: IN_TAUGHT_CLASS, Role.LEAD: ANY_ROW},
    Can.PRINT_CARDS: {Role.TEACHER: TAUGHT_CLASS, Role.LEAD: ANY_ROW, Role.OFFICE: ANY_ROW},
    Can.PRINT_CERTIFICATES: {Role.TEACHER: TAUGHT_CLASS, **SCHOOL_PICTURE},
    Can.TEACH_TOGETHER: {Role.TEACHER: TAUGHT_CLASS, Role.LEAD: ANY_ROW},
    Can.RUN_CLASS_LESSON: {Role.TEACHER: IN_TAUGHT_CLASS, Role.LEAD: ANY_ROW},
    Can.SEE_OVERVIEW: SCHOOL_PICTURE,
    Can.ASSIGN_LESSONS: {Role.TEACHER: TAUGHT_CLASS, Role.LEAD: ANY_ROW},
    Can.WRITE_CONTENT: SCHOOL_PICTURE,
    Can.SEE_FAMILIES: {**SCHOOL_PICTURE, Role.OFFICE: ANY_ROW},
    Can.REMIND_FAMILIES: {Role.LEAD: ANY_ROW, Role.OFFICE: ANY_ROW},
    Can.SEE_REPORTS: {**SCHOOL_PICTURE, Role.GOVERNOR: ANY_ROW, Role.DSL: ANY_ROW},
    Can.PUBLISH_AGREEMENT: SCHOOL_PICTURE,
    Can.RECORD_PAPER: {Role.OFFICE: ANY_ROW},
    Can.FIND_PEOPLE: {Role.OFFICE: ANY_ROW, Role.DSL: ANY_ROW},
    Can.MANAGE_PEOPLE: {Role.OFFICE: ANY_ROW},
    Can.ENTER_STAFF: {Role.HEAD: ANY_ROW, Role.OFFICE: ANY_ROW},
    Can.RESTRICT_LINK: {Role.OFFICE: ANY_ROW, Role.DSL: ANY_ROW},
    Can.READ_CONCERNS: dict.fromkeys((Role.DSL, Role.HEAD, Role.GOVERNOR), SENT_TO_ONE),
    Can.READ_AUDIT: {Role.HEAD: ANY_ROW},
    Can.SEE_POLICY: EVERY_ADULT,
    Can.KEEP_POLICIES: SCHOOL_PICTURE,
    Can.SEE_REGISTER: {**SCHOOL_PICTURE, Role.GOVERNOR: ANY_ROW, Role.DSL: ANY_ROW},
    Can.LOOK_AT_VERSION: {**SCHOOL_PICTURE, Role.GOVERNOR: PUT_INTO_FORCE, Role.DSL: PUT_INTO_FORCE},
    Can.READ_IN_FORCE: dict.fromkeys(ADULT_ROLES, IN_FORCE),
    Can.SEE_LAW: {**SCHOOL_PICTURE, Role.GOVERNOR: ANY_ROW, Role.DSL: ANY_ROW},
    Can.SEE_TRUST: {Role.TRUST_LEAD: ANY_ROW},
}


def may_enter(viewer: Viewer, action: Can) -> bool:
    """Whether any of the viewer's roles has a rule for this, whatever the row."""
    return any(role in TABLE[action] for role in viewer.roles)


def may(viewer: Viewer, action: Can, row: Any) -> bool:
    """Whether this viewer may do it to this row: the first face."""
    rules = TABLE[action]
    return any(rules[role].asks(viewer, row) for role in viewer.roles if role in rules)


def only(viewer: Viewer, action: Can, model: Any) -> ColumnElement[bool]:
    """The second face: the rows of a model that this viewer may do it to."""
    rules = TABLE[action]
    faces = {rules[role] for role in viewer.roles if role in rules}
    if ANY_ROW in faces:
        return true()
    return or_(false(), *(rule.where(viewer, model) for rule in faces))
