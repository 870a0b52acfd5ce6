"""Each lesson and module has its shape: a hook, something to do, a real quiz, and whom to tell."""

from collections.abc import Iterator
from itertools import pairwise

from esafety.curriculum.content import Content, Located
from esafety.curriculum.problems import Problem
from esafety.curriculum.shapes import Lesson

PUPIL_STEPS = ("hook", "learn", "talk", "tell")
ADULT_STEPS = ("promise", "why", "learn", "tonight", "scenario", "together", "talk", "tell")
NEEDED_STEPS = {
    "parents": ("why", "tonight", "scenario", "together"),
    "staff": ("scenario",),
    "governors": (),
}
PUPIL_MINUTES = range(8, 16)
ADULT_MINUTES = range(3, 11)
LEARN_STEPS = range(3, 6)
HOOK_WORDS = 40
PUPIL_QUESTIONS, ADULT_QUESTIONS = 8, 4
DIFFERENT_KINDS = 4
CHANGE_MINUTES, CHANGE_LEARN_STEPS, CHANGE_QUESTIONS, CHANGE_KINDS = range(3, 11), range(1, 6), 3, 2
"""A lesson that tells only what changed is shorter."""


def check_lessons(content: Content) -> Iterator[Problem]:
    """The order of steps, activities, pictures, notes and the quiz of every lesson and module."""
    for lesson in content.lessons:
        yield from _place(lesson)
        yield from _quiz(lesson)
        if lesson.item.band:
            yield from _pupil_steps(lesson)
            yield from _pupil_extras(lesson)
            yield from _pupil_quiz(lesson)
        else:
            yield from _adult_steps(lesson)


def _place(lesson: Located[Lesson]) -> Iterator[Problem]:
    item = lesson.item
    if bool(item.band) == bool(item.audience):
        yield lesson.problem("expectation", "It needs a band or an audience, and not both.", "Write one of them.")
    right = f"{'lessons' if item.band else 'modules'}/{item.key}.yaml"
    if lesson.file != right:
        yield lesson.problem("expectation", f"What it says belongs into {right}.", "Move the file or mend the keys.")
    minutes = CHANGE_MINUTES if item.change_of else PUPIL_MINUTES if item.band else ADULT_MINUTES
    if item.minutes not in minutes:
        advice = f"Keep it between {minutes.start} and {minutes.stop - 1}."
        yield lesson.warning("minutes", f"{item.minutes} minutes.", advice)


def _pupil_steps(lesson: Located[Lesson]) -> Iterator[Problem]:
    steps = lesson.item.steps
    kinds = [step.kind for step in steps]
    yield from _first_and_last(lesson, "hook")
    for step in steps:
        if step.kind not in PUPIL_STEPS:
            advice = f"Use {', '.join(PUPIL_STEPS)}."
            yield lesson.problem(f"steps.{step.id}.kind", f'Pupils have no step "{step.kind}".', advice)
        if not step.picture:
            yield lesson.problem(f"steps.{step.id}", f"The step {step.id} has no picture.", "Name one.")
    if kinds != sorted(kinds, key=lambda kind: PUPIL_STEPS.index(kind) if kind in PUPIL_STEPS else 0):
        yield lesson.problem("steps", "The steps are out of order.", f"Order them: {', '.join(PUPIL_STEPS)}.")
    wanted = CHANGE_LEARN_STEPS if lesson.item.change_of else LEARN_STEPS
    if kinds.count("learn") not in wanted:
        advice = f"Give {wanted.start} to {wanted.stop - 1}, one idea each."
        yield lesson.problem("steps", f"{kinds.count('learn')} learn steps.", advice)
    if "talk" not in kinds:
        yield lesson.problem("steps", "No step to talk.", "Add one question for a neighbour and one for home.")
    learn = [step for step in steps if step.kind == "learn"]
    for one, other in pairwise(learn):
        if not one.activity and not other.activity:
            message = f"Two learn steps in a row ({one.id}, {other.id}) without anything to do."
            yield lesson.problem(f"steps.{other.id}", message, "Give one of them an activity.")
    for step in steps:
        if step.kind == "hook" and len(step.text.split()) > HOOK_WORDS:
            message = f"The hook has {len(step.text.split())} words."
            yield lesson.problem(f"steps.{step.id}.text", message, f"Keep it to {HOOK_WORDS}.")


def _first_and_last(lesson: Located[Lesson], first: str) -> Iterator[Problem]:
    steps = lesson.item.steps
    if not steps or steps[0].kind != first:
        yield lesson.problem("steps", f'The first step is not "{first}".', f'Begin with the kind "{first}".')
    if not steps or steps[-1].kind != "tell":
        yield lesson.problem("steps", 'The last step is not "tell".', "End with whom to tell.")


def _pupil_extras(lesson: Located[Lesson]) -> Iterator[Problem]:
    for name in ("teacher", "family", "badge"):
        if getattr(lesson.item, name) is None:
            yield lesson.problem("", f'A lesson needs "{name}".', "Write it.")


def _adult_steps(lesson: Located[Lesson]) -> Iterator[Problem]:
    yield from _first_and_last(lesson, "promise")
    kinds = [step.kind for step in lesson.item.steps]
    for step in lesson.item.steps:
        if step.kind not in ADULT_STEPS:
            advice = f"Use {', '.join(ADULT_STEPS)}."
            yield lesson.problem(f"steps.{step.id}.kind", f'Adults have no step "{step.kind}".', advice)
        if step.kind == "scenario" and not step.activity:
            yield lesson.problem(f"steps.{step.id}", "The scenario asks nothing.", "Give it an activity.")
    for needed in () if lesson.item.change_of else NEEDED_STEPS.get(lesson.item.readers, ()):
        if needed not in kinds:
            yield lesson.problem("steps", f'There is no step "{needed}".', "Add it.")
    for name in ("teacher", "family", "badge"):
        if getattr(lesson.item, name) is not None:
            yield lesson.problem(name, f'A module has no "{name}".', "Take it away.")


def _quiz(lesson: Located[Lesson]) -> Iterator[Problem]:
    quiz = lesson.item.quiz
    needed = CHANGE_QUESTIONS if lesson.item.change_of else PUPIL_QUESTIONS if lesson.item.band else ADULT_QUESTIONS
    if len(quiz.questions) < needed:
        yield lesson.problem("quiz.questions", f"{len(quiz.questions)} questions.", f"Write at least {needed}.")
    if quiz.draw != "all" and not 1 <= quiz.draw <= len(quiz.questions):
        yield lesson.problem("quiz.draw", f"{quiz.draw} cannot be drawn.", f"Draw 1 to {len(quiz.questions)}.")


def _pupil_quiz(lesson: Located[Lesson]) -> Iterator[Problem]:
    questions = lesson.item.quiz.questions
    scenarios = sum(question.scenario or question.kind in ("what-would-you-do", "branching") for question in questions)
    if scenarios * 2 < len(questions):
        message = f"{scenarios} of {len(questions)} questions are scenarios."
        yield lesson.problem("quiz.questions", message, 'Make half of them real situations ("scenario: true").')
    kinds = {question.kind for question in (*questions, *lesson.item.activities)}
    wanted = CHANGE_KINDS if lesson.item.change_of else DIFFERENT_KINDS
    if len(kinds) < wanted:
        message = f"Only {len(kinds)} kinds of question in quiz and activities."
        yield lesson.problem("quiz.questions", message, f"Use at least {wanted} of the eight.")
