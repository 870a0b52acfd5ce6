"""Read one QTI item: a choice, an order or a match."""

from __future__ import annotations

from dataclasses import replace

from lxml import etree

from esafety.curriculum.interchange.carried import unpacked
from esafety.curriculum.interchange.collecting import About, Collector
from esafety.curriculum.interchange.draft import Draft, Part, with_texts
from esafety.curriculum.interchange.qti.declarations import Feedback, Response, feedback_of, response_of
from esafety.curriculum.interchange.qti.names import CARRIED, UNKNOWN, inside, name_of, value
from esafety.curriculum.interchange.qti.texts import Texts, as_read
from esafety.curriculum.interchange.safe_xml import Element, line_of

CHOICES = ("simple-choice", "simple-associable-choice")
STATEMENTS = {"true": "true", "false": "not"}


class Unfit(Exception):
    """An item that our kinds cannot say."""


def held(draft: Draft) -> Draft:
    """What QTI gives back: texts that were XHTML, weights of two digits, no explanation of a pair."""
    parts = tuple(replace(part, weight=round(part.weight, 2)) for part in draft.parts)
    if draft.kind == "match":
        parts = tuple(replace(part, feedback="") for part in parts)
    return with_texts(replace(draft, parts=parts), as_read)


def read_item(item: Element, collector: Collector) -> None:
    """Read one item into the collector."""
    about = About(name=value(item, "title") or value(item, "identifier"), line=line_of(item))
    body = next(inside(item, "item-body"), None)
    interactions = [] if body is None else [one for one in inside_all(body) if name_of(one).endswith("-interaction")]
    if body is None or not interactions:
        collector.leave_out(about, "It asks nothing that can be answered.", "Put it into a step of a lesson.")
        return
    about = replace(about, line=line_of(interactions[0]))
    if len(interactions) > 1:
        collector.leave_out(about, f"It asks {len(interactions)} things at once.", "Make an item of each.")
        return
    texts = Texts()
    try:
        seen = _draft(item, body, interactions[0], texts)
    except Unfit as reason:
        collector.leave_out(about, str(reason), "Ask it as a choice, an order or a match.")
        return
    except ValueError:
        collector.broken(about.line, 1, "A value of its mapping is no number.", "Mend it, or export it again.", name=about.name)
        return
    if texts.lost:
        collector.warn(about, f"Not taken over: {', '.join(dict.fromkeys(texts.lost))}.", "Look at the question again.")
    ours = interactions[0].get(CARRIED)
    collector.take_in(seen, about, unpacked(ours) if ours else None)


def inside_all(body: Element) -> list[Element]:
    """Every element of the body."""
    return list(body.iterdescendants(etree.Element))


def _draft(item: Element, body: Element, interaction: Element, texts: Texts) -> Draft:
    kind = name_of(interaction)
    if kind not in ("choice-interaction", "order-interaction", "match-interaction"):
        raise Unfit(UNKNOWN.get(kind, f"A {kind.replace('-', ' ')} cannot be marked here."))
    if any(True for _ in inside(item, "template-declaration")):
        raise Unfit("A template draws its numbers or words anew each time.")
    response = response_of(item, value(interaction, "response-identifier"))
    if not response.is_declared:
        raise Unfit("It declares no right answer.")
    stem = _stem(body, interaction, texts)
    choices = list(inside(interaction, *CHOICES))
    said = feedback_of(item, frozenset(value(one, "identifier") for one in choices), texts)
    if kind == "match-interaction":
        return Draft("match", stem, tuple(_pairs(interaction, response, texts)), said.general, said.whole)
    named = {value(one, "identifier"): texts.read(one, "feedback-inline") for one in choices}
    if kind == "order-interaction":
        if set(response.correct) != set(named):
            raise Unfit("Only some of the things are to be put in order.")
        return Draft("order", stem, tuple(Part(named[name]) for name in response.correct), said.general, said.whole)
    return _choice(stem, interaction, response, named, _with_inline(said, choices, texts))


def _stem(body: Element, interaction: Element, texts: Texts) -> str:
    around = texts.read(body, "rubric-block", "feedback-block", "feedback-inline")
    prompt = next(inside(interaction, "prompt"), None)
    return "\n\n".join(text for text in (around, "" if prompt is None else texts.read(prompt)) if text)


def _with_inline(said: Feedback, choices: list[Element], texts: Texts) -> Feedback:
    inline = {value(one, "identifier"): texts.read(spoken) for one in choices for spoken in inside(one, "feedback-inline")}
    return replace(said, of_choice={**inline, **said.of_choice})


def _choice(stem: str, interaction: Element, response: Response, named: dict[str, str], said: Feedback) -> Draft:
    several = response.cardinality == "multiple" and value(interaction, "max-choices", "1") != "1"
    parts = [Part(text, response.weight(name, shared=several), said.of_choice.get(name, "")) for name, text in named.items()]
    statement = {STATEMENTS.get(part.text.strip(" .").lower(), ""): part for part in parts}
    if not several and len(parts) == 2 and set(statement) == {"true", "not"}:
        parts = [replace(statement[name], text=name) for name in ("true", "not")]
        if not any(part.feedback for part in parts):
            parts = [replace(p, feedback=said.whole.get("secure" if p.weight > 0 else "misunderstood", "")) for p in parts]
        return Draft("true-or-not", stem, tuple(parts), said.general)
    return Draft("several" if several else "choice", stem, tuple(parts), said.general, said.whole)


def _pairs(interaction: Element, response: Response, texts: Texts) -> list[Part]:
    sides = inside(interaction, "simple-match-set")
    sets = [[(value(one, "identifier"), texts.read(one)) for one in inside(side, CHOICES[1])] for side in sides]
    if len(sets) != 2:
        raise Unfit("A match needs two sets.")
    pairs = response.correct or tuple(key for key, worth in response.worth.items() if worth > 0)
    right_of: dict[str, str] = {}
    for left, _, right in (pair.partition(" ") for pair in pairs):
        if left in right_of:
            raise Unfit("Something on the left belongs to two things on the right.")
        right_of[left] = right
    rights = dict(sets[1])
    if any(right_of.get(name) not in rights for name, _ in sets[0]):
        raise Unfit("Something on the left belongs to nothing on the right.")
    used = set(right_of.values())
    found = [Part(text, other=rights[right_of[name]]) for name, text in sets[0]]
    return found + [Part("", other=text) for name, text in sets[1] if name not in used]
