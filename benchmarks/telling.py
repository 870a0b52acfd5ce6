"""The numbers as a person reads them."""

from __future__ import annotations

from typing import Any


def told(found: dict[str, Any]) -> str:
    """A few lines; what each number means stands in docs/speed.md."""
    lines = []
    for kind, one in found["answer"].items():
        lines.append(
            f"Answers on {kind}: {one['app_per_s']:.0f} a second, the floor {one['floor_per_s']:.0f}, so {one['ratio']:.0%} of it"
        )
    group = found["class_of_30"]
    lines.append(
        f"A class of 30: a request of signing in takes {group['sign_in_p95_s']} s, one of the lesson {group['lesson_p95_s']} s "
        f"(p95), with {group['errors']} errors"
    )
    for size, one in found["overview"].items():
        lines.append(f"The overview of {size} pupils: {one['ms']} ms, its {one['queries']} statements alone {one['sql_ms']} ms")
    pages, start = found["pages"], found["start"]
    lines.append(
        f"A pupil's page: {pages['pupil_first_kb']} kB at first, {pages['pupil_next_kb']} kB after; "
        f"the lead's {pages['lead_first_kb']} kB"
    )
    content = found["content"]
    lines.append(
        f"The content: {content['load_s']} s to load, {content['unchanged_s']} s for the same files, "
        f"{content['held_mb']} MB "
        f"to hold; a question's page asks the database for it {content['page_content_queries']} times"
    )
    lines.append(
        f"Starting: {start['import_ms']} ms to import, {start['first_response_ms']} ms to the first answer, {start['rss_mb']} MB"
    )
    return "\n".join(lines)
