"""Who works at the demo schools."""

from __future__ import annotations

from dataclasses import dataclass

from esafety.access.viewer import Role


@dataclass(frozen=True, slots=True)
class Worker:
    """One member of staff; ``teaches`` is a year group."""

    name: str
    sign_in_name: str
    job_title: str
    roles: tuple[Role, ...]
    teaches: int | None = None


SCHOOLS = (
    ("lanternbrook", "Lanternbrook Primary School"),
    ("thistledown", "Thistledown Hill Primary School"),
)
FEDERATION = "Lanternbrook and Thistledown Hill Federation"
TRUST_LEAD = ("Philippa Wendover-Osei", "trust.lead")

STAFF: tuple[tuple[Worker, ...], ...] = (
    (
        Worker("Delyth Marchbank", "head.lanternbrook", "Headteacher", (Role.HEAD,)),
        Worker("Samuel Oyelaran", "dsl.lanternbrook", "Designated safeguarding lead", (Role.DSL,)),
        Worker("Ingrid Pallister", "lead.lanternbrook", "Computing and e-safety lead", (Role.LEAD, Role.TEACHER), 5),
        Worker("Bernard Quist", "office.lanternbrook", "School office", (Role.OFFICE,)),
        Worker("Rukhsana Ellory", "governor.lanternbrook", "Chair of governors", (Role.GOVERNOR,)),
        Worker("Maeve Tolliver", "teacher.wrens", "Class teacher", (Role.TEACHER,), 0),
        Worker("Hadi Brightwell", "teacher.robins", "Class teacher", (Role.TEACHER,), 1),
        Worker("Catrin Ashgrove", "teacher.finches", "Class teacher", (Role.TEACHER,), 2),
        Worker("Jonas Ferreday", "teacher.swifts", "Class teacher", (Role.TEACHER,), 3),
        Worker("Ebele Stanfield", "teacher.kestrels", "Class teacher", (Role.TEACHER,), 4),
        Worker("Wojciech Harland", "teacher.owls", "Class teacher", (Role.TEACHER,), 6),
    ),
    (
        # A small school: the head is the safeguarding lead too, so that concerns about the head must pass that person.
        Worker("Priscilla Aldane", "head.thistledown", "Headteacher and safeguarding lead", (Role.HEAD, Role.DSL)),
        Worker("Tomasz Birkett", "lead.thistledown", "E-safety lead and class teacher", (Role.LEAD, Role.TEACHER), 6),
        Worker("Yvonne Castellow", "office.thistledown", "School office", (Role.OFFICE,)),
        Worker("Anwar Dillworth", "governor.thistledown", "Chair of governors", (Role.GOVERNOR,)),
        Worker("Lottie Emberson", "teacher.acorns", "Class teacher", (Role.TEACHER,), 0),
        Worker("Kwesi Farnaby", "teacher.willows", "Class teacher", (Role.TEACHER,), 1),
        Worker("Nerys Gatward", "teacher.rowans", "Class teacher", (Role.TEACHER,), 2),
        Worker("Shazia Holcroft", "teacher.hazels", "Class teacher", (Role.TEACHER,), 3),
        Worker("Ivo Jessamy", "teacher.beeches", "Class teacher", (Role.TEACHER,), 4),
        Worker("Ruby Kelsall", "teacher.oaks", "Class teacher", (Role.TEACHER,), 5),
    ),
)
