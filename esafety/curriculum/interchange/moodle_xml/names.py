"""Moodle's names for kinds of questions, formats of texts and what is said by grade."""

NAMESPACE = "urn:esafety:questions:1"
CARRIED = f"{{{NAMESPACE}}}carried"

COMBINED = {"secure": "correctfeedback", "developing": "partiallycorrectfeedback", "misunderstood": "incorrectfeedback"}
SAYS_NOTHING = frozenset(
    {
        "Your answer is correct.", "Your answer is partially correct.", "Your answer is incorrect.",
        "Correct", "Incorrect", "Partially correct",
    }
)  # fmt: skip
"""What Moodle itself writes where nobody wrote anything."""

SEVERAL = frozenset(("multichoiceset", "oumultiresponse"))
MATCHING = frozenset(("matching", "match", "ddmatch"))
UNKNOWN = {
    "shortanswer": ("A short text to type cannot be marked here.", "Ask it as a choice."),
    "numerical": ("A numerical answer cannot be marked here.", "Ask it as a choice between numbers."),
    "essay": ("An essay has no answer that can be marked here.", "Ask it as a choice, or talk about it in class."),
    "multianswer": ("A text with gaps (cloze) holds several questions in one.", "Ask them one by one."),
    "cloze": ("A text with gaps (cloze) holds several questions in one.", "Ask them one by one."),
    "description": ("A description asks nothing.", "Put it into a step of a lesson."),
    "calculated": ("A calculated question needs a formula for its answer.", "Ask it as a choice between numbers."),
    "calculatedsimple": ("A calculated question needs a formula for its answer.", "Ask it as a choice between numbers."),
    "calculatedmulti": ("A calculated question needs a formula for its answers.", "Write the numbers out."),
    "gapselect": ("Words are chosen inside a text.", "Ask for them one by one."),
    "ddwtos": ("Words are dragged into a text.", "Ask for them one by one, or make it a match."),
    "ddimageortext": ("Things are dragged onto a picture.", "Make it a match of words."),
    "ddmarker": ("Places are marked on a picture.", "Ask in words."),
    "randomsamatch": ("Moodle draws the pairs of this match from other questions.", "Write the pairs out."),
    "random": ("Moodle draws another question in place of this one.", "Export that question."),
}
