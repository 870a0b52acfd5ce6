"""Lessons for pupils and modules for adults: steps, then a quiz."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from esafety.curriculum.shapes.facts import Source
from esafety.curriculum.shapes.questions import Choice, Question
from esafety.curriculum.shapes.words import Words

Band = Literal["ks1", "lks2", "uks2"]
AdultAudience = Literal["parents", "staff", "governors"]
StepKind = Literal["hook", "learn", "talk", "promise", "why", "tonight", "scenario", "together", "tell"]


@dataclass(frozen=True, slots=True, kw_only=True)
class VocabularyWord:
    """A word that the teacher may want to explain."""

    word: str
    means: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TeacherNotes:
    """What the class teacher sees beside a lesson."""

    vocabulary: tuple[VocabularyWord, ...] = ()
    discussion: str
    watch_for: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Family:
    """What parents see about a lesson: what was learned, one thing to ask, five minutes together."""

    learned: Words
    ask: Words
    together: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Badge:
    """What a child earns by showing what they can do."""

    title: Words
    says: Words
    picture: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One screen of a lesson; an activity on it is tried out but never counted."""

    id: str
    kind: StepKind
    picture: str = ""
    text: Words
    say: Words = ""
    activity: Question | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Quiz:
    """The bank of questions and how many of them one attempt draws."""

    draw: int | Literal["all"] = "all"
    pass_note: Words = ""
    questions: tuple[Question, ...]

    @property
    def drawn(self) -> int:
        """How many questions one attempt asks."""
        return len(self.questions) if self.draw == "all" else min(self.draw, len(self.questions))


def lesson_key(expectation: str, readers: str, *, change_of: str = "", own: str = "") -> str:
    """The lasting name of a lesson; one about a change of a fact carries the fact's id with hyphens, a school's own its name."""
    about = f"-{change_of.translate(HYPHENS)}" if change_of else f"-own-{own}" if own else ""
    return f"{expectation}/{readers}{about}"


HYPHENS = str.maketrans("._", "--")


@dataclass(frozen=True, slots=True, kw_only=True)
class Lesson:
    """A lesson for one age band, or a module for one adult audience, on one expectation.

    One with ``change_of`` tells only what changed when the fact of that id got a new value. ``own`` is the name of a
    lesson that a school wrote beside ours; an adapted one keeps our name.
    """

    expectation: str
    change_of: str = ""
    own: str = ""
    band: Band | None = None
    audience: AdultAudience | None = None
    title: Words
    minutes: int
    aim: str
    because: Words
    teaches: tuple[str, ...] = ()
    sources: tuple[Source, ...] = ()
    teacher: TeacherNotes | None = None
    family: Family | None = None
    badge: Badge | None = None
    steps: tuple[Step, ...]
    quiz: Quiz

    @property
    def readers(self) -> str:
        """Whom it is written for: an age band or an adult audience."""
        return self.band or self.audience or ""

    @property
    def key(self) -> str:
        """The lesson's lasting name, such as "age-limits/ks1" or "age-limits/parents"."""
        return lesson_key(self.expectation, self.readers, change_of=self.change_of, own=self.own)

    @property
    def activities(self) -> Iterator[Question]:
        """The questions that are tried out on steps, in order."""
        return (step.activity for step in self.steps if step.activity)

    @property
    def for_two(self) -> Choice | None:
        """The situation that a child and an adult both answer: the first of the quiz in which one option is chosen."""
        if self.band is None:
            return None
        choices = (question for question in self.quiz.questions if isinstance(question, Choice))
        return next((question for question in choices if question.scenario or question.kind == "what-would-you-do"), None)

    def get_question(self, question_id: str) -> Question:
        """A question of the quiz by its id. Raises KeyError when the quiz has none of that id."""
        for question in self.quiz.questions:
            if question.id == question_id:
                return question
        raise KeyError(question_id)
