"""The family's door: sign in, or type the code from the school's letter and make a sign-in of one's own."""

from __future__ import annotations

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from esafety.access import sessions
from esafety.access.policy import Can
from esafety.core import audit
from esafety.core.clock import school_day
from esafety.core.i18n import gettext as _
from esafety.core.i18n import language
from esafety.core.tenancy import SchoolSession
from esafety.people import accounts, codes, hats, invitations, passwords, throttle
from esafety.people.forms.sign_in import CodeForm, NewPasswordForm, NewSignInForm, SignInForm
from esafety.people.invitations import Letter
from esafety.people.models import Account
from esafety.people.views import entering, letters, views
from esafety.web.pages import BOTH, POST, Visit


@views.page("/family/sign-in", allow=Can.ENTER, methods=BOTH, own_transaction=True)
def family_sign_in(visit: Visit[None]) -> ResponseReturnValue:
    """Sign in as a parent or carer."""
    return sign_in_page(visit, by="family")


def sign_in_page(visit: Visit[None], *, by: str) -> ResponseReturnValue:
    """The page of either door, and what happens behind it."""
    form = SignInForm(request.form)
    if visit.is_post and form.validate() and (proven := entering.prove(visit, form)):
        if (inside := entering.go_in(visit, proven, by=by)) is not None:
            return inside
        form.form_errors.append(_("Your sign-in belongs to no school at present. Please ask the school office."))
    is_new = request.args.get("school") == "new"
    return render_template(f"people/{by}_sign_in.html", form=form, school_is_new=is_new), 422 if visit.is_post else 200


@views.page("/family/code", allow=Can.ENTER, methods=BOTH, own_transaction=True)
def enter_code(visit: Visit[None]) -> ResponseReturnValue:
    """Type the code from the school's letter."""
    form = CodeForm(request.form)
    if visit.is_post and form.validate():
        code = codes.understood(form.code.data) or ""
        tried = throttle.begin_code(visit.database, pepper=visit.settings.pepper, device=visit.device, now=visit.now)
        if tried is None:
            raise entering.too_many_codes()
        with visit.database.across_schools("a letter's code does not say its school") as db:
            state, invitation = invitations.state_of(db, code=code, settings=visit.settings, now=visit.now)
            if state != "unknown":
                throttle.take_back(db, tried)
        if state == "open" and invitation is not None:
            response = redirect(url_for("people.make_sign_in"), 303)
            letters.take_in_hand(response, visit, invitation.id)
            return response
        form.code.errors = (*form.code.errors, _why_not(state))
    return render_template("people/enter_code.html", form=form), 422 if visit.is_post else 200


def _why_not(state: str) -> str:
    if state == "used":
        return _(
            "This code was used already. If that was you, sign in with your name and password. If not, tell the school office."
        )
    if state == "over":
        return _("This code no longer works. Please ask the school office for a new letter.")
    return _("We do not know this code. Please compare it with the letter once more.")


@views.page("/family/welcome", allow=Can.ENTER, methods=BOTH, own_transaction=True)
def make_sign_in(visit: Visit[None]) -> ResponseReturnValue:
    """Make a sign-in of one's own with a letter."""
    letter = letters.in_hand(visit)
    if letter is None:
        return _pressed_twice(visit) if visit.is_post else _to_the_code()
    if visit.viewer.account_id is not None and not visit.is_post:
        return render_template("people/join.html", letter=letter)
    if letter.account_id is not None:
        return redirect(url_for("people.join_with_sign_in"), 303)
    form = NewSignInForm(request.form, about=(letter.guardian_name, letter.school_name, letter.first_name))
    if visit.is_post and form.validate() and _name_is_free(visit, form):
        return _make(visit, letter, form)
    if not visit.is_post:
        form.sign_in_name.data = accounts.suggested_name(letter.guardian_name)
    return render_template("people/make_sign_in.html", form=form, letter=letter), 422 if visit.is_post else 200


def _make(visit: Visit[None], letter: Letter, form: NewSignInForm) -> ResponseReturnValue:
    password_hash = passwords.hashed(form.password.data)
    with visit.database.transaction(school_id=letter.school_id) as db:
        account = accounts.create_account(
            db,
            sign_in_name=form.sign_in_name.data,
            display_name=letter.guardian_name,
            password_hash=password_hash,
            email=form.email.data,
            language=language(),
            now=visit.now,
        )
        entering.remember_device(db, visit, account_id=account.id, sign_in_name=account.sign_in_name)
        return _use(db, visit, letter, account_id=account.id, action="family.sign_in.made")


@views.page("/family/welcome/sign-in", allow=Can.ENTER, methods=BOTH, own_transaction=True)
def join_with_sign_in(visit: Visit[None]) -> ResponseReturnValue:
    """Bring a letter's child to the sign-in that one has already."""
    letter = letters.in_hand(visit)
    if letter is None:
        return _pressed_twice(visit) if visit.is_post else _to_the_code()
    form = SignInForm(request.form)
    if visit.is_post and form.validate() and (proven := entering.prove(visit, form)):
        with visit.database.transaction(school_id=letter.school_id) as db:
            entering.note_success(db, visit, proven)
            return _use(db, visit, letter, account_id=proven.account_id, action="family.child.joined")
    return render_template("people/join_with_sign_in.html", form=form, letter=letter), 422 if visit.is_post else 200


@views.page("/family/welcome/join", allow=Can.ENTER, methods=POST)
def join(visit: Visit[None]) -> ResponseReturnValue:
    """Bring a letter's child to the sign-in that is open on this device."""
    letter = letters.in_hand(visit)
    if letter is None or visit.viewer.account_id is None or visit.session is None:
        return _to_the_code()
    db = visit.inside(letter.school_id)
    invitations.use(db, letter, account_id=visit.viewer.account_id, now=visit.now)
    _record(db, visit, letter, account_id=visit.viewer.account_id, action="family.child.joined")
    sessions.change(db, visit.session.token_hash, school_id=letter.school_id)
    return _home(visit)


@views.page("/family/welcome/password", allow=Can.ENTER, methods=BOTH, own_transaction=True)
def new_password(visit: Visit[None]) -> ResponseReturnValue:
    """Choose a new password with a new letter from the office."""
    letter = letters.in_hand(visit)
    if letter is None or letter.account_id is None:
        return _to_the_code()
    with visit.database.reading(across="a sign-in may open several schools") as reading:
        name = reading.get_one(Account, letter.account_id).sign_in_name
        worn = hats.hats_of(reading, account_id=letter.account_id, today=school_day(visit.now))
    if {hat.key for hat in worn} != {f"family-{letter.school_id}"}:
        return render_template("people/no_reset.html")
    form = NewPasswordForm(request.form, about=(letter.guardian_name, letter.school_name, letter.first_name, name))
    if visit.is_post and form.validate():
        password_hash = passwords.hashed(form.password.data)
        with visit.database.transaction(school_id=letter.school_id) as db:
            accounts.change_password(db, account_id=letter.account_id, password_hash=password_hash, now=visit.now)
            entering.remember_device(db, visit, account_id=letter.account_id, sign_in_name=name)
            return _use(db, visit, letter, account_id=letter.account_id, action="account.password.reset")
    context = {"form": form, "letter": letter, "sign_in_name": name}
    return render_template("people/new_password.html", **context), 422 if visit.is_post else 200


def _use(db: SchoolSession, visit: Visit[None], letter: Letter, *, account_id: int, action: str) -> ResponseReturnValue:
    """Use the letter up, sign the adult in at its school, and put the letter away."""
    invitations.use(db, letter, account_id=account_id, now=visit.now)
    _record(db, visit, letter, account_id=account_id, action=action)
    entering.begin_session(db, visit, account_id=account_id, school_id=letter.school_id)
    return _home(visit)


def _record(db: SchoolSession, visit: Visit[None], letter: Letter, *, account_id: int, action: str) -> None:
    audit.record(db, at=visit.now, actor=f"account:{account_id}", action=action, about=f"invitation:{letter.invitation_id}")


def _home(visit: Visit[None]) -> ResponseReturnValue:
    response = redirect(entering.page_or_account("family.home"), 303)
    letters.put_away(response, visit)
    return response


def _to_the_code() -> ResponseReturnValue:
    return redirect(url_for("people.enter_code"), 303)


def _pressed_twice(visit: Visit[None]) -> ResponseReturnValue:
    """The first press used the letter: whoever knows the new name and password goes in, nothing is made twice."""
    form = SignInForm(request.form)
    if form.validate() and (proven := entering.prove(visit, form)):
        return entering.go_in(visit, proven, by="family") or _to_the_code()
    return _to_the_code()


def _name_is_free(visit: Visit[None], form: NewSignInForm) -> bool:
    with visit.database.reading(across="sign-in names are shared by all schools") as db:
        taken = accounts.is_taken(db, form.sign_in_name.data)
    if taken:
        form.sign_in_name.errors = (_("Somebody uses this sign-in name already. Please choose another."),)
    return not taken
