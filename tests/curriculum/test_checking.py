"""Each promise about content is kept: what breaks it is named with file, line and what to do."""

from pathlib import Path

import pytest

from esafety.curriculum.check import check
from esafety.curriculum.content import read_directory
from tests.curriculum.conftest import SMALL, Spoil

KS1 = "lessons/age-limits/ks1.yaml"
PARENTS = "modules/age-limits/parents.yaml"
CYMRAEG = "modules/age-limits/parents.cy.yaml"
AGREEMENT = "agreements/home-school.yaml"
POLICY = "policies/model.yaml"
EXPECTATION = "expectations/age-limits.yaml"
FACTS = "facts/facts.yaml"
MISCONCEPTIONS = "misconceptions.yaml"

SPOILED = {
    # what a file must and may say
    "unknown key": (KS1, "minutes: 12", "minutes: 12\nminuets: 5", 'Did you mean "minutes"', 1),
    "missing text": (KS1, "title: Is this game for me?\n", "", '"title" is missing', None),
    "empty text": (KS1, "ask: Can you show me a label?", 'ask: ""', '"ask" is empty', 0),
    "missing explanation": (KS1, ", explanation: Yes. Dad can help him.", "", '"explanation" is missing', 0),
    "list for a text": (KS1, "learned: How to find", "learned: [How, to] #", "list or keys instead of a text", 0),
    "text for a list": (KS1, "teaches: [label]", "teaches: label", "a list is needed", 0),
    "no number": (KS1, "minutes: 12", "minutes: a while", "not a whole number", 0),
    "no date": (FACTS, "from: 2018-05-25", "from: May 2018", "is not a date", 0),
    "unknown kind of step": (KS1, "kind: talk", "kind: chat", '"chat" is not known', 0),
    "unknown kind of question": (KS1, "kind: several", "kind: many", 'The kind "many"', 0),
    "unknown grade": (KS1, "grade: misunderstood", "grade: wrong", '"wrong" is not known', 0),
    "neither yes nor no": (KS1, 'right: "no"', "right: nope", "neither yes nor no", 0),
    "doubled id": (KS1, "- id: q3", "- id: q2", 'The id "q2" stands twice', 0),
    # names
    "unknown expectation": (KS1, "expectation: age-limits", "expectation: age-limit", 'no expectation "age-limit"', 0),
    "not in the catalogue": (EXPECTATION, "id: age-limits", "id: ages", "not in the catalogue", 0),
    "other audiences": (EXPECTATION, "audiences: [pupils, parents]", "audiences: [pupils]", "audiences differ", 0),
    "missing statement": (EXPECTATION, "  lks2: I check who a game is made for.\n", "", "statement for lks2 is missing", None),
    "few clause examples": (EXPECTATION, "  - Apps on school tablets are chosen by age.\n", "", "7 clause examples", None),
    "main strand missing": (EXPECTATION, "strands: [health-wellbeing-lifestyle, ", "strands: [", "is not among them", 0),
    "unknown misconception": (KS1, "          misconception: friends-have-it\n", "          misconception: friend\n", 'no misconception "friend"', 0),
    "misconception of nowhere": (MISCONCEPTIONS, "expectation: age-limits\n    sentence: think an", "expectation: ages\n    sentence: think an", "no expectation", 0),
    "unknown fact": (PARENTS, "{fact:phone.childline}", "{fact:phone.child}", 'no fact "phone.child"', 0),
    "unknown placeholder": (PARENTS, "{school}", "{teacher}", "Nothing can fill {teacher}", 0),
    "lone bracket": (PARENTS, "{school}", "{school", "curly bracket", 0),
    "fact without value": (FACTS, "      - value: 0800 1111\n", "      - value: 0800 1111\n        status: announced\n", "no value in force", None),
    # lessons
    "file of another key": (KS1, "band: ks1", "band: lks2", "belongs into lessons/age-limits/lks2.yaml", None),
    "band and audience": (KS1, "band: ks1", "band: ks1\naudience: parents", "a band or an audience", None),
    "no hook": (KS1, "kind: hook", "kind: learn", 'first step is not "hook"', None),
    "no tell": (KS1, "kind: tell", "kind: talk", 'last step is not "tell"', None),
    "adult step for pupils": (KS1, "kind: talk", "kind: tonight", 'Pupils have no step "tonight"', 0),
    "step without picture": (KS1, "kind: talk\n    picture: scene", "kind: talk", "talk has no picture", None),
    "no badge": (KS1, "badge: {", "#badge: {", 'needs "badge"', None),
    "seven questions": (KS1, "    - id: q8\n      kind: true-or-not", "    - id: q8\n      kind: maybe", "The kind", 1),
    "draw too many": (KS1, "draw: 6", "draw: 9", "9 cannot be drawn", 0),
    "nothing to do": (PARENTS, "    activity:\n      id: team\n      kind: what", "    other:\n      id: team\n      kind: what", "asks nothing", None),
    # questions
    "no secure option": (KS1, "grade: secure, explanation: Yes. Dad can help him.", "grade: unsure, explanation: Yes. Dad can help him.", "No option is secure", None),
    "two secure for the young": (KS1, "picture: option, grade: developing, explanation: That helps", "picture: option, grade: secure, explanation: That helps", "2 options are secure", None),
    "misunderstood without name": (KS1, "          misconception: friends-have-it\n", "", "names no misconception", None),
    "secure with misconception": (KS1, "grade: secure, explanation: Yes. Dad", "grade: secure, misconception: friends-have-it, explanation: Yes. Dad", "secure option names", 0),
    "two options for parents": (PARENTS, "        - {id: c, text: In what other parents say, grade: developing, explanation: They may know. It is worth a look of your own.}\n", "", "2 options for parents", None),
    "repeating explanation": (KS1, "explanation: He is brave. But he can stop.", "explanation: He plays on.", "only repeats the option", 0),
    "option without picture": (KS1, "{id: a, text: He plays on, picture: option, ", "{id: a, text: He plays on, ", "for ks1 has no picture", 0),
    "statement half explained": (KS1, '        "not": Yes. It says who can play.\n', "", 'explanation for "not" is missing', None),
    "explains what cannot be": (KS1, "secure: Yes. You found both.", "unsure: Yes. You found both.", 'no answer "unsure"', 0),
    "nothing right": (KS1, 'right: "no"', 'right: "yes"', "All options are right", None),
    "unknown group": (KS1, "group: later, picture", "group: never, picture", 'no group "never"', 0),
    "same options": (KS1, "text: In the song", "text: On the Label", "stands 2 times", None),
    # wording
    "bare age": (PARENTS, "an age of {fact:minimum_age.social_media}", "an age of 13", "minimum age is typed", 0),
    "bare age, as one says it": (PARENTS, "an age of {fact:minimum_age.social_media}", "children must be 13", "minimum age is typed", 0),
    "bare age, of a group": (PARENTS, "an age of {fact:minimum_age.social_media}", "an app for over-13s", "minimum age is typed", 0),
    "bare age, with a hyphen": (PARENTS, "an age of {fact:minimum_age.social_media}", "that a 16-year-old may join", "minimum age is typed", 0),
    "bare age, as a start": (PARENTS, "an age of {fact:minimum_age.social_media}", "an account from 16", "minimum age is typed", 0),
    "bare age, and up": (PARENTS, "an age of {fact:minimum_age.social_media}", "an age of 13 and up", "minimum age is typed", 0),
    "bare age in words": (PARENTS, "an age of {fact:minimum_age.social_media}", "you to be at least thirteen", "minimum age is typed", 0),
    "phone number": (PARENTS, "call {fact:phone.childline}", "call 0800 1111", "Write {fact:phone.childline}", 0),
    "other phone number": (PARENTS, "call {fact:phone.childline}", "call 020 7946 0018", "phone number is typed", 0),
    "date": (PARENTS, "settings of one game", "settings before 9 February 2027", "date is typed", 0),
    "brand": (PARENTS, "settings of one game", "settings of Minecraft", "brand is named", 0),
    "screenshot": (KS1, "text: We can wait. We can pick a new game.", "text: Take a screenshot of it.", "asks a child to copy the screen", 0),
    "secret": (KS1, "text: We can wait. We can pick a new game.", "text: Keep it a secret.", "asks to keep a secret", 0),
    "all of the above": (PARENTS, "In what other parents say", "All of the above", "is no answer", 0),
    # reading
    "long sentence": (KS1, "text: Some games are for big children. They", "text: Some games are for big children and they can be sad and bad and they", "A sentence of", 0),
    # pictures
    "missing picture": (KS1, "id: talk\n    kind: talk\n    picture: scene", "id: talk\n    kind: talk\n    picture: park", 'no picture "park"', 2),
    "no text alternative": ("pictures/pictures.yaml", "  badge: {alt: A badge with a star.}\n", "", "no text alternative", None),
    "says nothing": ("pictures/pictures.yaml", "A badge with a star.", "Picture of a star.", "begins", 0),
    # policy and agreement
    "doubled clause": (POLICY, '"2.1"', '"1.2"', "Clause 1.2 also stands in section 1", 0),
    "clause in another section": (POLICY, '"2.1"', '"3.1"', "stands in section 2", 0),
    "none and another": (POLICY, "[none]", "[none, age-limits]", '"none" beside others', 0),
    "unknown label": (POLICY, "[none]", "[agelimits]", 'no expectation "agelimits"', 0),
    "promise of nowhere": (AGREEMENT, "expectation: age-limits", "expectation: age", 'no expectation "age"', 0),
    "scenario of another kind": (AGREEMENT, "kind: what-would-you-do", "kind: single", 'of the kind "single"', 0),
    # translations
    "missing text in Welsh": (CYMRAEG, "  title: Rhodd yw aros\n", "  steps.why.text: Pam\n", 'The text "title" is missing', -1),
    "translates nothing": (CYMRAEG, "  title: Rhodd yw aros\n", "  title: Rhodd yw aros\n  name: Enw\n", '"name" translates nothing', 1),
    "other placeholders": (CYMRAEG, "Rhodd yw aros", '"Rhodd {school}"', 'placeholders of "title" differ', 0),
    "no version": (CYMRAEG, '"16600575623f"', '"today"', '"today" is no version', 0),
    "other language": (CYMRAEG, "language: cy", "language: ur", 'the file says "cy"', 0),
}  # fmt: skip
"""File, passage, what it becomes, message, and how many lines after the passage it is named (None: anywhere)."""


def test_one_text_tells_of_everything_that_is_typed_in_it(directory: Path, spoil: Spoil) -> None:
    spoil(PARENTS, "an age of {fact:minimum_age.social_media}", "since 1 June an age of 13; ring 0800 1111 or 101")
    said = [problem.message for problem in check(read_directory(directory)) if problem.file == PARENTS]
    for typed in ("1 June", "age of 13", "0800 1111", "101"):
        assert any(f'"{typed}"' in message for message in said), said


def test_the_small_library_has_no_problem() -> None:
    assert check(read_directory(SMALL)) == ()


@pytest.mark.parametrize("broken", SPOILED.values(), ids=SPOILED)
def test_a_broken_promise_is_named(directory: Path, spoil: Spoil, broken: tuple[str, str, str, str, int | None]) -> None:
    file, old, new, message, after = broken
    began = spoil(file, old, new)
    found = [problem for problem in check(read_directory(directory)) if message in problem.message + problem.advice]
    assert found, [str(problem) for problem in check(read_directory(directory))]
    assert found[0].severity == "error"
    assert found[0].advice
    if after is not None:
        assert (found[0].file, found[0].line) == (file, began + after)


def test_all_problems_of_all_files_come_at_once(directory: Path, spoil: Spoil) -> None:
    for file, old, new, _message, _after in (SPOILED["bare age"], SPOILED["no secure option"], SPOILED["none and another"]):
        spoil(file, old, new)
    assert {problem.file for problem in check(read_directory(directory))} == {PARENTS, KS1, POLICY}


@pytest.mark.parametrize(
    "left",
    [
        (KS1, "Songs are fun.", "Songs are beyond fun.", "not in the word list"),
        (KS1, "minutes: 12", "minutes: 45", "45 minutes"),
        (KS1, "stem: A high number means it is a hard game.", "stem: A high number does not mean much.", "double negative"),
        (CYMRAEG, '"16600575623f"', '"abcdefabcdef"', "has changed since"),
        (MISCONCEPTIONS, "id: friends-have-it", "id: friend-has-it", "No option shows"),
    ],
)
def test_what_may_stay_is_only_a_warning(directory: Path, spoil: Spoil, left: tuple[str, str, str, str]) -> None:
    file, old, new, message = left
    spoil(file, old, new)
    found = [problem for problem in check(read_directory(directory)) if message in problem.message]
    assert [problem.severity for problem in found] == ["warning"]


def test_the_same_question_twice_is_named(directory: Path, spoil: Spoil) -> None:
    line = spoil(
        KS1, "stem: A high number means it is a hard game.", "stem: Wen sees a cartoon cat on the box. So it is for Wen."
    )
    found = [problem for problem in check(read_directory(directory)) if "nearly the same" in problem.message]
    assert [(problem.file, problem.line) for problem in found] == [(KS1, line)]


def test_a_name_is_no_word_outside_the_list(directory: Path, spoil: Spoil) -> None:
    spoil(KS1, "text: Ask your friend what game", "text: Ask your friend Xanthe what game")
    assert check(read_directory(directory)) == ()


def test_not_keeping_a_secret_is_good_advice(directory: Path, spoil: Spoil) -> None:
    spoil(KS1, "text: We can wait. We can pick a new game.", "text: Do not keep it a secret. We can wait.")
    assert check(read_directory(directory)) == ()
