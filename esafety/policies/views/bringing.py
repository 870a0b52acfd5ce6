"""The lead brings a policy as a file or as text. Nothing is kept of what is refused."""

from __future__ import annotations

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy.exc import IntegrityError
from werkzeug.datastructures import CombinedMultiDict

from esafety.access.policy import Can
from esafety.core.errors import Refused
from esafety.core.i18n import gettext as _
from esafety.core.tenancy import SchoolSession
from esafety.policies import beginning, drafts, queries
from esafety.policies.forms import BringForm
from esafety.policies.proposing import propose
from esafety.policies.reading import limits
from esafety.policies.reading.blocks import Refused as NotRead
from esafety.policies.reading.document import Document
from esafety.policies.reading.outline import titles_of
from esafety.policies.reading.reader import read_file, read_pasted
from esafety.policies.rules.drafting import MOST_CLAUSES, Proposed
from esafety.policies.views import views
from esafety.web.forms import choices_of, clean_line
from esafety.web.pages import BOTH, Visit

FRAME_OF_A_FORM = 64 * 1024


@views.page(
    "/lead/policies/bring",
    allow=Can.KEEP_POLICIES,
    methods=BOTH,
    own_transaction=True,
    largest=limits.FILE_BYTES + FRAME_OF_A_FORM,
)
def bring(visit: Visit[None]) -> ResponseReturnValue:
    """Send a policy as a file or as pasted text, and see it cut into clauses."""
    assert visit.viewer.school_id is not None
    form = BringForm(CombinedMultiDict([request.files, request.form]))
    with visit.database.reading(school_id=visit.viewer.school_id) as db:
        form.policy.choices = choices_of([("", _("A new one")), *_policies(db)])
    if visit.is_post and form.validate():
        try:
            return redirect(url_for(".draft", id=_begin(visit, form, _read(form))), 303)
        except NotRead as reason:
            (form.file if form.sent else form.pasted).errors = [str(reason)]
        except Refused as reason:
            form.policy.errors = [reason.sentence]
    elif not visit.is_post:
        form.policy.data = request.args.get("policy", "")
    return render_template("policies/bring.html", form=form, megabytes=limits.FILE_BYTES // 1024 // 1024, pages=limits.PAGES), (
        422 if visit.is_post else 200
    )


def _policies(db: SchoolSession) -> list[tuple[str, str]]:
    return [(str(number), title) for number, title in queries.titles(db).items()]


def _read(form: BringForm) -> Document:
    """What was sent, read in a process of its own. Raises NotRead with a sentence for the sender."""
    sent = form.sent
    if sent:
        with sent.stream as stream:
            document = read_file(stream.read(limits.FILE_BYTES + 1), sent.filename or "")
    else:
        document = read_pasted(form.pasted.data)
    if not document.clauses:
        raise NotRead("There are words in it, but no clauses: only headings and page furniture. Please paste the text instead.")
    if len(document.clauses) > MOST_CLAUSES:
        raise NotRead("This is far more than one policy. Send one policy at a time.")
    return document


def _begin(visit: Visit[None], form: BringForm, document: Document) -> int:
    """Keep the draft. Matching takes a moment, so that nothing is locked meanwhile."""
    school_id = visit.viewer.school_id
    assert school_id is not None
    with visit.database.reading(school_id=school_id) as db:
        confirmed = queries.confirmed_choices(db)
    proposals = propose([clause.text for clause in document.clauses], confirmed)
    try:
        return _keep(visit, school_id, form, document, proposals)
    except IntegrityError:
        # Two presses of one moment: the first is saved, and the second now finds its draft.
        return _keep(visit, school_id, form, document, proposals)


def _keep(visit: Visit[None], school_id: int, form: BringForm, document: Document, proposals: list[tuple[Proposed, ...]]) -> int:
    with visit.database.transaction(school_id=school_id) as db:
        version = beginning.begin_from_file(
            db,
            title=form.title.data or title_of(document) or _("A policy without a title"),
            policy_id=int(form.policy.data) if form.policy.data else None,
            document=document,
            proposals=proposals,
            by=drafts.By(visit.viewer.actor, visit.now),
        )
        return version.id


def title_of(document: Document) -> str:
    """What the document calls itself: the first title of a policy in it, else its first heading."""
    headings = [block.text for block in document.blocks if block.kind == "heading" and not block.label]
    return clean_line(next(iter((*titles_of(document.blocks), *headings)), ""))[:120].strip(" :.")
