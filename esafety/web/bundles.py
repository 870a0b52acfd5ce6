"""Which files the two worlds' styles and scripts are made of, in order. One request each."""

SHARED_STYLE = ("tokens", "fonts-arabic")
SHARED_COMPONENTS = (
    "button",
    "field",
    "error_summary",
    "notice",
    "status",
    "card",
    "empty_state",
    "help_numbers",
    "code_display",
    "languages",
    "error_page",
)
QUESTION_COMPONENTS = ("option_card", "rows", "speaker", "feedback", "story")
PUPIL_COMPONENTS = (
    "button-pupil",
    "name_tile",
    "picture_choice",
    "class_door",
    "progress_dots",
    "badge",
    "island_path",
    "board_lesson",
)
ADULT_COMPONENTS = (
    "menu", "stacked_bar", "data_table", "heat_cell", "filter_bar", "sentence_stats", "breadcrumb", "tag", "confirm",
    "steps", "receipt", "seat_card", "new_pictures", "quick_exit", "report",
)  # fmt: skip
SHARED_SCRIPTS = ("single_submit", "fresh_page", "focus", "offline", "speaker", "order_list", "match_pairs")


def _styles(world: str, *components: str) -> tuple[str, ...]:
    parts = (*SHARED_STYLE, f"fonts-{world}", f"world-{world}", "base", f"layout-{world}")
    return tuple(f"css/{part}.css" for part in parts) + tuple(f"css/components/{part}.css" for part in components)


def _scripts(*names: str) -> tuple[str, ...]:
    return tuple(f"js/{name}.js" for name in names)


BUNDLES: dict[str, tuple[str, ...]] = {
    "css/pupil.css": _styles("pupil", *SHARED_COMPONENTS, *QUESTION_COMPONENTS, *PUPIL_COMPONENTS),
    "css/adult.css": _styles("adult", *SHARED_COMPONENTS, *QUESTION_COMPONENTS, *ADULT_COMPONENTS),
    "js/pupil.js": _scripts(*SHARED_SCRIPTS, "menu", "picture_choice", "next_stop"),
    "js/adult.js": _scripts(*SHARED_SCRIPTS, "quick_exit", "menu", "print", "seats"),
}
"""Path of each bundle below ``static``, and its parts."""
