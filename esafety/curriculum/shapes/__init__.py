"""The shapes of content: what each file may say, as plain frozen values.

A shape is both the schema of a file and the value that the app works with; the parser reads the field types.
A field of type `Words` is read by families or pupils and can be translated; a plain `str` is an id or a note
for teachers.
"""

from esafety.curriculum.shapes.agreements import Agreement, Promise
from esafety.curriculum.shapes.expectations import (
    Expectation,
    ExpectationStatements,
    Misconception,
    Misconceptions,
)
from esafety.curriculum.shapes.facts import Fact, Facts, FactValue, Source
from esafety.curriculum.shapes.lessons import Badge, Family, Lesson, Quiz, Step, TeacherNotes, VocabularyWord, lesson_key
from esafety.curriculum.shapes.pictures import Picture, Pictures
from esafety.curriculum.shapes.policies import Clause, Policy, Section
from esafety.curriculum.shapes.questions import (
    Branching,
    Choice,
    Ending,
    Grade,
    Match,
    Option,
    OptionKey,
    Order,
    OrderItem,
    Pair,
    Question,
    Several,
    Sort,
    SortGroup,
    SortItem,
    StatementKey,
    Tick,
    TrueOrNot,
    Turn,
    Way,
)
from esafety.curriculum.shapes.translations import Translation
from esafety.curriculum.shapes.words import Words

__all__ = [
    "Agreement",
    "Badge",
    "Branching",
    "Choice",
    "Clause",
    "Ending",
    "Expectation",
    "ExpectationStatements",
    "Fact",
    "FactValue",
    "Facts",
    "Family",
    "Grade",
    "Lesson",
    "Match",
    "Misconception",
    "Misconceptions",
    "Option",
    "OptionKey",
    "Order",
    "OrderItem",
    "Pair",
    "Picture",
    "Pictures",
    "Policy",
    "Promise",
    "Question",
    "Quiz",
    "Section",
    "Several",
    "Sort",
    "SortGroup",
    "SortItem",
    "Source",
    "StatementKey",
    "Step",
    "TeacherNotes",
    "Tick",
    "Translation",
    "TrueOrNot",
    "Turn",
    "VocabularyWord",
    "Way",
    "Words",
    "lesson_key",
]
