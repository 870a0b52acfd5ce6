"""The office's and the head's pages about staff: who works here, as what, and the sheet for the first sign-in."""

from __future__ import annotations

from typing import Any

import segno
from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from esafety.access.policy import Can
from esafety.access.viewer import Role
from esafety.core import audit
from esafety.core.clock import school_day
from esafety.core.errors import NotFound, Refused
from esafety.core.i18n import N_
from esafety.core.i18n import gettext as _
from esafety.core.tenancy import SchoolSession
from esafety.people import passwords, schools, second_factor, staffing
from esafety.people.forms.staff import RolesForm, StaffForm, role_names
from esafety.people.models import Account, Membership, School
from esafety.people.views import views
from esafety.people.views.office import record
from esafety.web.forms import HouseForm
from esafety.web.pages import BOTH, POST, Visit


@views.page("/office/staff", allow=Can.ENTER_STAFF, navigation=N_("Staff"))
def staff(visit: Visit[None]) -> ResponseReturnValue:
    """Everybody who works here and can sign in."""
    rows = staffing.staff_of(visit.db, today=school_day(visit.now))
    return render_template("people/staff_list.html", rows=rows, names=_short_names())


@views.page("/office/staff/new", allow=Can.ENTER_STAFF, methods=BOTH, once=True)
def add_staff(visit: Visit[None]) -> ResponseReturnValue:
    """Enter a member of staff."""
    offered = _offered(visit, visit.db)
    form = StaffForm(request.form, offered=offered)
    if visit.is_post and form.validate():
        across = visit.across("an adult's sign-in belongs to no school")
        made = staffing.enter(
            across,
            school=across.get_one(School, visit.viewer.school_id),
            name=form.name.data,
            job_title=form.job_title.data,
            roles=[Role(word) for word in form.roles.data],
            today=school_day(visit.now),
            now=visit.now,
        )
        record(visit, "people.staff.added", f"membership:{made.id}", reason=made.roles)
        return redirect(url_for("people.member", id=made.id, saved="added"), 303)
    is_without_head = Role.HEAD in offered and Role.HEAD not in visit.viewer.roles
    return render_template("people/add_staff.html", form=form, is_without_head=is_without_head), 422 if visit.is_post else 200


@views.page("/office/staff/<int:id>", allow=Can.ENTER_STAFF, about=Membership, methods=BOTH)
def member(visit: Visit[Membership]) -> ResponseReturnValue:
    """One member of staff: roles, a new sheet, the end."""
    account, roles = _account(visit), staffing.roles_of(visit.subject.roles)
    may_end = _may_end(visit, visit.db)
    may_change = may_end and not _hears_of_the_head(visit.subject, account)
    form = RolesForm(
        request.form, offered=_offered(visit, visit.db), data={"roles": sorted(roles), "job_title": visit.subject.job_title}
    )
    if visit.is_post:
        if not may_change:
            raise NotFound
        if form.validate():
            before, after = visit.subject.roles, " ".join(sorted(set(form.roles.data)))
            visit.subject.roles, visit.subject.job_title = after, form.job_title.data
            reason = f"{before} → {after}" if before != after else ""
            record(visit, "people.staff.changed", f"membership:{visit.subject.id}", reason=reason)
            return redirect(url_for("people.member", id=visit.subject.id, saved="changed"), 303)
    page = render_template(
        "people/member.html",
        member=visit.subject,
        account=account,
        roles=[name for role, name in role_names().items() if role in roles],
        form=form,
        may_change=may_change,
        has_sheet=account.password_hash != staffing.NOBODYS_PASSWORD,
        may_end=may_end,
    )
    return page, 422 if visit.is_post else 200


@views.page("/office/staff/<int:id>/sheet", allow=Can.ENTER_STAFF, about=Membership, methods=POST, own_transaction=True)
def staff_sheet(visit: Visit[Membership]) -> ResponseReturnValue:
    """Make a sheet to print with a first password and a second factor. It stands here once; the one before ends."""
    password = staffing.made_password()
    password_hash = passwords.hashed(password)
    if not HouseForm(request.form).validate():
        return redirect(url_for("people.member", id=visit.subject.id), 303)
    with visit.database.together() as unit:
        inside = unit.inside(visit.subject.school_id)
        _refuse_others(visit, inside)
        account_id, today = visit.subject.account_id, school_day(visit.now)
        across = unit.across("an adult's sign-in belongs to no school")
        if not staffing.is_only_here(across, account_id=account_id, school_id=visit.subject.school_id, today=today):
            raise Refused(_("This sign-in opens more than this school. Whoever looks after the server can make a new sheet."))
        account = across.get_one(Account, account_id)
        if _hears_of_the_head(visit.subject, account):
            raise NotFound
        secret = staffing.give_sheet(across, visit.settings, account_id=account_id, password_hash=password_hash, now=visit.now)
        name, sign_in_name = account.display_name, account.sign_in_name
        _note(visit, inside, "people.staff.sheet")
    address = second_factor.address(secret, sign_in_name=sign_in_name, school=visit.viewer.school_name)
    return render_template(
        "people/staff_sheet.html",
        member=visit.subject,
        name=name,
        sign_in_name=sign_in_name,
        password=password,
        secret=secret,
        address=visit.settings.public_url + url_for("people.staff_sign_in"),
        modules=[list(row) for row in segno.make(address, error="m").matrix],
    )


@views.page("/office/staff/<int:id>/end", allow=Can.ENTER_STAFF, about=Membership, methods=BOTH)
def end_staff(visit: Visit[Membership]) -> ResponseReturnValue:
    """Somebody leaves: access ends at once on all devices."""
    _refuse_others(visit, visit.db)
    form = HouseForm(request.form)
    if visit.is_post and form.validate():
        across = visit.across("an adult's sign-in belongs to no school")
        schools.end_employment(
            across,
            school=across.get_one(School, visit.subject.school_id),
            account=across.get_one(Account, visit.subject.account_id),
            today=school_day(visit.now),
            now=visit.now,
        )
        record(visit, "people.staff.ended", f"membership:{visit.subject.id}")
        return redirect(url_for("people.staff", ended="yes"), 303)
    page = render_template("people/end_staff.html", form=form, member=visit.subject, account=_account(visit))
    return page, 422 if visit.is_post else 200


def _offered(visit: Visit[Any], db: SchoolSession) -> frozenset[Role]:
    has_head = staffing.has_head(db, today=school_day(visit.now))
    return staffing.roles_to_give(visit.viewer.roles, has_head=has_head)


def _refuse_others(visit: Visit[Membership], db: SchoolSession) -> None:
    """Nobody works on their own entry, nor on that of somebody whose roles they may not give."""
    if not _may_end(visit, db):
        raise NotFound


def _may_end(visit: Visit[Membership], db: SchoolSession) -> bool:
    is_over = visit.subject.until_on is not None and visit.subject.until_on < school_day(visit.now)
    is_own = visit.subject.account_id == visit.viewer.account_id
    return not is_over and not is_own and staffing.roles_of(visit.subject.roles) <= _offered(visit, db)


def _hears_of_the_head(member: Membership, account: Account) -> bool:
    """Whether a governor has signed in here already, and may have been told of something about the head.

    With a new sheet the head could read that. Who looks after the server makes it instead; the head can end the access.
    """
    return Role.GOVERNOR in staffing.roles_of(member.roles) and account.password_hash != staffing.NOBODYS_PASSWORD


def _account(visit: Visit[Membership]) -> Account:
    return visit.across("an adult's sign-in belongs to no school").get_one(Account, visit.subject.account_id)


def _note(visit: Visit[Membership], db: Any, action: str) -> None:
    audit.record(db, at=visit.now, actor=visit.viewer.actor, action=action, about=f"membership:{visit.subject.id}")


def _short_names() -> dict[Role, str]:
    return {role: name.partition(":")[0] for role, name in role_names().items()}
