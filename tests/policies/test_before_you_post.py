"""The page before a post, as the server makes it: questions, and the right person of this family's school."""

from __future__ import annotations

from tests.harness.people import Enter, Make


def test_it_names_the_teacher_of_ones_own_child_the_head_and_the_governors(school: Make, enter: Enter) -> None:
    oak, elm = school.school_class("3 Oak"), school.school_class("4 Elm", year_group=4)
    school.staff("teacher", name="Tess Oak", classes=(oak,))
    school.staff("teacher", name="Theo Elm", classes=(elm,))
    school.staff("head", name="Hattie Head")
    school.staff("governor", name="Gus Governor")
    ann = school.pupil("Ann", school_class=oak)
    page = enter.as_guardian(school.guardian_of(ann)).open("/before-you-post")
    assert page.heading == "Before you post"
    assert "First the class teacher: Tess Oak (class 3 Oak)." in page.text
    assert "Hattie Head" in page.text
    assert "Gus Governor" in page.text
    assert "Theo Elm" not in page.text
    assert page.follow("Tell the school").heading == "Tell the school about a concern"


def test_it_helps_where_nobody_is_entered_yet(school: Make, enter: Enter) -> None:
    page = enter.as_guardian(school.guardian_of(school.pupil("Ann"))).open("/before-you-post")
    assert "First the class teacher." in page.text


def test_the_field_belongs_to_no_form_and_has_no_name(school: Make, enter: Enter) -> None:
    page = enter.as_guardian(school.guardian_of(school.pupil("Ann"))).open("/before-you-post")
    assert page.find("//textarea[not(@name)][not(ancestor::form)]")
    assert not page.find("//main//form")


def test_an_adult_who_may_not_see_a_childs_progress_is_told_no_class(school: Make, enter: Enter) -> None:
    oak = school.school_class("3 Oak")
    school.staff("teacher", name="Tess Oak", classes=(oak,))
    quiet = school.guardian_of(school.pupil("Ann", school_class=oak), may_see_progress=False)
    assert "Tess Oak" not in enter.as_guardian(quiet).open("/before-you-post").text
