"""The type of every text that a pupil or a parent reads."""

from typing import Annotated

Words = Annotated[str, "words"]
"""A translatable text in limited Markdown (bold, paragraphs, lists); may hold {fact:...} and {school}."""
