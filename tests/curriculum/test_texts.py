"""Translatable texts have names, a version, and a way back into the document."""

from hypothesis import given
from hypothesis import strategies as st

from esafety.curriculum.content import Content, read_directory
from esafety.curriculum.shapes import Lesson, Translation
from esafety.curriculum.texts import digest_of_texts, texts_of, translated, with_texts
from tests.curriculum.conftest import SMALL

LESSONS = {located.item.key: located.item for located in read_directory(SMALL).lessons}
KS1, PARENTS = LESSONS["age-limits/ks1"], LESSONS["age-limits/parents"]


def test_texts_are_named_by_the_ids_on_the_way() -> None:
    texts = texts_of(KS1)
    assert texts["title"] == "Is this game for me?"
    assert texts["steps.hook.text"].startswith("Maya finds a game.")
    assert texts["steps.label.activity.explanations.not"] == "Yes. It says who can play."
    assert texts["quiz.q1.options.b.text"] == "I play as Tom can"
    assert texts["quiz.q6.pairs.a.left"] == "Tom is six"
    assert texts["quiz.q7.groups.us.text"] == "For us"
    assert texts["quiz.q7.items.a.explanation"] == "A low number is for us."


def test_ids_kinds_grades_and_teachers_notes_are_no_texts() -> None:
    assert not [
        place
        for place in texts_of(KS1)
        if place.startswith(("aim", "teacher", "sources", "teaches")) or place.endswith(("id", "kind", "grade"))
    ]


def test_families_see_a_part_of_a_pupils_lesson() -> None:
    situation = KS1.for_two
    assert situation is not None
    assert list(texts_of(KS1, "family")) == [
        "title", "family.learned", "family.ask", "family.together", "badge.title", f"quiz.{situation.id}.stem",
        *(f"quiz.{situation.id}.options.{option.id}.text" for option in situation.options),
    ]  # fmt: skip


def test_the_version_is_that_of_the_sorted_lines() -> None:
    assert digest_of_texts({"title": "A"}) == "62b26c7727b1"
    assert digest_of_texts({"b": "2", "a": "1"}) == digest_of_texts({"a": "1", "b": "2"})
    assert digest_of_texts({"a": "1"}) != digest_of_texts({"a": "2"})


def test_a_translation_replaces_texts_and_names_what_it_lacks() -> None:
    found = translated(PARENTS, {"title": "Rhodd yw aros", "quiz.q2.options.a.text": "Yn y telerau"})
    lesson: Lesson = found.item
    assert (lesson.title, lesson.quiz.questions[1].id) == ("Rhodd yw aros", "q2")
    assert texts_of(lesson)["quiz.q2.options.a.text"] == "Yn y telerau"
    assert lesson.minutes == PARENTS.minutes
    assert "because" in found.left_in_english
    assert "title" not in found.left_in_english
    assert PARENTS.title == "Waiting is a gift"


def test_a_family_translation_lacks_nothing_outside_its_scope() -> None:
    assert translated(KS1, texts_of(KS1, "family"), "family").left_in_english == ()


def test_a_translation_approved_by_nobody_is_a_draft(small: Content) -> None:
    translation: Translation = small.translations[0].item
    assert translation.is_draft


@given(st.sampled_from(sorted(LESSONS)), st.text(st.characters(codec="utf-8"), min_size=1, max_size=5))
def test_every_text_finds_its_way_back(key: str, mark: str) -> None:
    texts = {place: f"{mark} {text}" for place, text in texts_of(LESSONS[key]).items()}
    found = translated(LESSONS[key], texts)
    assert found.left_in_english == ()
    assert texts_of(found.item) == texts


def test_what_does_not_change_is_the_same_object() -> None:
    assert with_texts(KS1, lambda _place, text: text) is KS1
