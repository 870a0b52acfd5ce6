"""The people of the demo, decided from a seed without a database: children in classes, adults, and who belongs to whom."""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random

from esafety.demo.names import ADULT_FIRST_NAMES, FAMILY_NAMES, FIRST_NAMES, LONG_NAME

SEED = 20260901
CLASS_NAMES = (
    ("Wrens", "Robins", "Finches", "Swifts", "Kestrels", "Herons", "Owls"),
    ("Acorns", "Willows", "Rowans", "Hazels", "Beeches", "Oaks", "Elms"),
)
ADULTS_PER_FAMILY = ((1, 0.12), (2, 0.60), (3, 0.21), (4, 0.07))
MOST_SIBLINGS = 3
LANGUAGES = (("en", 0.86), ("ur", 0.08), ("cy", 0.06))
RELATIONSHIPS = ("mother", "father", "grandmother", "stepfather", "grandfather", "aunt")


@dataclass(slots=True)
class Adult:
    """One adult of the demo. ``household`` tells apart adults who must not learn of each other."""

    name: str
    family: int
    household: int
    language: str = "en"
    relationship: str = "mother"
    by_paper: bool = False
    has_account: bool = False
    restriction: str = "none"
    both_schools: bool = False
    note: str = ""


@dataclass(slots=True)
class Child:
    """One child of the demo. ``ability`` is how often the child knows the answer, from 0 to 1."""

    first_name: str
    initial: str
    family: int
    year_group: int
    ability: float
    joined_weeks_ago: int = 200
    left: bool = False
    note: str = ""


@dataclass(slots=True)
class Town:
    """All people of one school."""

    children: list[Child] = field(default_factory=list)
    adults: list[Adult] = field(default_factory=list)

    def adults_of(self, child: Child) -> list[Adult]:
        """The adults linked to a child."""
        return [adult for adult in self.adults if adult.family == child.family]


def town(school: int) -> Town:
    """The people of the first or second school, always the same."""
    random = Random(SEED + school)  # noqa: S311 - believable, not secret
    made = Town()
    surnames: list[str] = []
    for year_group in range(7):
        used: set[str] = set()
        for _place in range(random.randint(26, 29)):
            _add_child(made, surnames, year_group, used, random)
    for family, surname in enumerate(surnames):
        made.adults.extend(_adults(family, surname, random))
    _awkward_cases(made, random)
    return made


def _add_child(made: Town, surnames: list[str], year_group: int, used: set[str], random: Random) -> None:
    family = _a_family_with_room(made, year_group, random)
    if family is None:
        surnames.append(random.choice(FAMILY_NAMES))
        family = len(surnames) - 1
    first_name = random.choice([name for name in FIRST_NAMES if name not in used])
    used.add(first_name)
    ability = min(0.98, max(0.35, random.gauss(0.86, 0.11)))
    made.children.append(Child(first_name, surnames[family][0], family, year_group, ability))


def _a_family_with_room(made: Town, year_group: int, random: Random) -> int | None:
    if random.random() > 0.34:
        return None
    years: dict[int, list[int]] = {}
    for child in made.children:
        years.setdefault(child.family, []).append(child.year_group)
    fitting = [one for one, had in years.items() if len(had) < MOST_SIBLINGS and max(had) < year_group]
    return random.choice(fitting) if fitting else None


def _adults(family: int, surname: str, random: Random) -> list[Adult]:
    number = random.choices([n for n, _w in ADULTS_PER_FAMILY], [w for _n, w in ADULTS_PER_FAMILY])[0]
    language = random.choices([code for code, _w in LANGUAGES], [w for _c, w in LANGUAGES])[0]
    two_households = number >= 2 and random.random() < 0.28
    found = []
    for place in range(number):
        household = place % 2 if two_households else 0
        adult = Adult(
            name=f"{random.choice(ADULT_FIRST_NAMES)} {surname if household == 0 else random.choice(FAMILY_NAMES)}",
            family=family,
            household=household,
            language=language if household == 0 else "en",
            relationship=RELATIONSHIPS[place if place < 2 else random.randint(2, 5)],
            by_paper=random.random() < 0.04,
        )
        adult.has_account = not adult.by_paper and random.random() < 0.66
        found.append(adult)
    return found


def _awkward_cases(made: Town, random: Random) -> None:
    """The families of whom every school has some, so that the pages are seen to serve them."""
    by_year = [[child for child in made.children if child.year_group == year] for year in range(7)]
    twin, other = by_year[3][0], by_year[3][1]
    other.family, other.initial, twin.note, other.note = twin.family, twin.initial, "twin", "twin"
    by_year[4][2].first_name, by_year[4][2].note = LONG_NAME, "a long name"
    by_year[2][3].joined_weeks_ago, by_year[5][3].joined_weeks_ago = 2, 3
    by_year[6][4].left = True
    families = [by_year[year][5].family for year in range(7)]
    for family, wanted in zip(
        families, ("two households", "foster", "barred", "paper", "urdu", "welsh", "declines"), strict=True
    ):
        _give(made, family, wanted, random)


def _give(made: Town, family: int, wanted: str, random: Random) -> None:
    adults = [adult for adult in made.adults if adult.family == family]
    while len(adults) < 2:
        name = f"{random.choice(ADULT_FIRST_NAMES)} {random.choice(FAMILY_NAMES)}"
        adults.append(Adult(name, family, 1, relationship="father"))
        made.adults.append(adults[-1])
    first, second = adults[:2]
    first.note = second.note = wanted
    first.by_paper, first.has_account, second.by_paper, second.has_account = False, True, False, True
    if wanted == "two households":
        first.household, second.household = 0, 1
    elif wanted == "foster":
        first.relationship, first.restriction = "foster carer", "limited"
    elif wanted == "barred":
        second.restriction = "barred"
    elif wanted == "paper":
        first.by_paper, first.has_account = True, False
    elif wanted in {"urdu", "welsh"}:
        first.language = second.language = {"urdu": "ur", "welsh": "cy"}[wanted]
