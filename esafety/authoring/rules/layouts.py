"""What the form of each kind of piece asks for, as plain descriptions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from esafety.authoring.rules.pieces import ABOUT, is_question
from esafety.core.i18n import N_

FieldKind = Literal["line", "text", "number", "words", "meanings", "picture", "tick", "choice"]
"""``words`` is a list with one entry a line, ``meanings`` a list of "word: what it means"."""

Choices = Literal["", "answer", "draw", "grade", "group", "misconception", "step", "then"]


@dataclass(frozen=True, slots=True)
class Field:
    """One thing to fill in. ``name`` is the place inside the piece; a needed one that is empty stays as a gap."""

    name: str
    label: str
    kind: FieldKind = "text"
    choices: Choices = ""
    needed: bool = True
    most: int = 600
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Rows:
    """Things of one kind, each with the same fields: the options of a question, the turns of a story."""

    name: str
    one: str
    another: str
    fields: tuple[Field, ...]
    rows: tuple[Rows, ...] = ()
    most: int = 8


@dataclass(frozen=True, slots=True)
class Layout:
    """The form of a piece."""

    fields: tuple[Field, ...]
    rows: tuple[Rows, ...] = ()
    after: tuple[Field, ...] = ()


TEXT = Field("text", N_("What it says"), most=300)
PICTURE = Field("picture", N_("Picture"), "picture", needed=False, most=80)
EXPLANATION = Field("explanation", N_("Explanation"), hint=N_("For a wrong answer, begin with what was reasonable about it."))
GRADE = Field("grade", N_("What it shows"), "choice", "grade", most=20)
MISCONCEPTION = Field(
    "misconception", N_("What somebody thinks who chooses it"), "choice", "misconception", needed=False, most=80
)
SHARED_MISCONCEPTION = Field("misconception", N_("What a wrong answer shows"), "choice", "misconception", needed=False, most=80)
STEM = Field("stem", N_("Question"), hint=N_("A real situation with a name is better than a definition."))
SAY = Field("say", N_("Read aloud as"), needed=False, hint=N_("Only where reading the words themselves would sound wrong."))
SCENARIO = Field("scenario", N_("A real situation"), "tick", needed=False)
BY_GRADE = (
    Field("explanations.secure", N_("Said when all of it is right")),
    Field("explanations.developing", N_("Said when some of it is right")),
    Field("explanations.misunderstood", N_("Said when it is wrong")),
    SHARED_MISCONCEPTION,
)
TOP = (STEM, SAY, PICTURE, SCENARIO)
STORY_TOP = (STEM, SAY, PICTURE)

OPTIONS = Rows("options", N_("Answer"), N_("One more answer"), (TEXT, PICTURE, GRADE, MISCONCEPTION, EXPLANATION), most=6)
TICKS = Rows(
    "options",
    N_("Answer"),
    N_("One more answer"),
    (TEXT, PICTURE, Field("right", N_("It fits"), "tick"), MISCONCEPTION, EXPLANATION),
)
ITEMS = Rows("items", N_("Item"), N_("One more item"), (TEXT, PICTURE))
PAIRS = Rows(
    "pairs",
    N_("Pair"),
    N_("One more pair"),
    (Field("left", N_("On the left"), most=200), Field("right", N_("What belongs to it"), most=200), PICTURE),
)
GROUPS = Rows("groups", N_("Group"), N_("One more group"), (TEXT, PICTURE), most=4)
SORTED = Rows(
    "items",
    N_("Item"),
    N_("One more item"),
    (TEXT, PICTURE, Field("group", N_("Belongs to"), "choice", "group", most=40), EXPLANATION),
)
WAYS = Rows(
    "options",
    N_("Answer"),
    N_("One more answer"),
    (TEXT, PICTURE, Field("then", N_("Then comes"), "choice", "then", most=40)),
    most=4,
)
TURNS = Rows("turns", N_("Turn"), N_("One more turn"), (TEXT, PICTURE), (WAYS,), most=6)
ENDINGS = Rows("endings", N_("Ending"), N_("One more ending"), (TEXT, GRADE, MISCONCEPTION, EXPLANATION), most=6)

QUESTIONS: dict[str, Layout] = {
    "single": Layout(TOP, (OPTIONS,)),
    "what-would-you-do": Layout(TOP, (OPTIONS,)),
    "true-or-not": Layout(
        TOP,
        after=(
            Field("answer", N_("Is it true?"), "choice", "answer", most=10),
            Field("explanations.true", N_("Said to who thinks it is true")),
            Field("explanations.not", N_("Said to who thinks it is not true")),
            SHARED_MISCONCEPTION,
        ),
    ),
    "several": Layout(TOP, (TICKS,), BY_GRADE),
    "order": Layout(TOP, (ITEMS,), BY_GRADE),
    "match": Layout(TOP, (PAIRS,), BY_GRADE),
    "sort": Layout(TOP, (GROUPS, SORTED), BY_GRADE),
    "branching": Layout(STORY_TOP, (TURNS, ENDINGS)),
}
STEP = Layout(
    (
        Field("kind", N_("Kind of step"), "choice", "step", most=20),
        PICTURE,
        Field("text", N_("Words on the screen"), most=1500, hint=N_("One idea. **Bold** with two stars, lists with a dash.")),
        SAY,
    )
)
BOTH_TOP = (
    Field("title", N_("Title"), "line", most=100),
    Field("minutes", N_("Minutes"), "number", most=3),
    Field("aim", N_("Aim"), hint=N_("What they can do afterwards.")),
    Field("because", N_("Because our school’s policy says …"), hint=N_("The end of that sentence.")),
)
VOCABULARY = Field(
    "teacher.vocabulary", N_("Words to explain"), "meanings", needed=False, most=1500,
    hint=N_("One on each line: the word, a colon, what it means."),
)  # fmt: skip
LESSON = Layout(
    (
        *BOTH_TOP,
        Field("teaches", N_("Words that the lesson teaches"), "words", needed=False, hint=N_("One on each line.")),
        Field("quiz.draw", N_("Questions asked in one go"), "choice", "draw", most=3),
        Field("badge.title", N_("Badge"), "line", needed=False, most=60),
        Field("badge.says", N_("What the badge says"), needed=False, hint=N_("I can …")),
        Field("badge.picture", N_("Picture of the badge"), "picture", needed=False, most=80),
        Field("family.learned", N_("For home: what was learned"), needed=False),
        Field("family.ask", N_("For home: one thing to ask"), needed=False),
        Field("family.together", N_("For home: five minutes together"), needed=False),
        VOCABULARY,
        Field("teacher.discussion", N_("For the teacher: a discussion of five minutes"), needed=False, most=1500),
        Field("teacher.watch_for", N_("For the teacher: what to watch for"), needed=False, most=1500),
    )
)  # fmt: skip
MODULE = Layout((*BOTH_TOP, Field("quiz.pass_note", N_("Said at the end"), needed=False)))


def layout_of(place: str, kind: str, *, for_pupils: bool) -> Layout:
    """The form of the piece at a place; for a question, of its kind. Raises KeyError for a kind that we do not have."""
    if place == ABOUT:
        return LESSON if for_pupils else MODULE
    return QUESTIONS[kind] if is_question(place) else STEP
