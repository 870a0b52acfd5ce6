"""Pure decisions about questions: which are asked, in what order they are shown, and what an answer shows."""

from esafety.learning.rules.drawing import arrange, draw
from esafety.learning.rules.marking import Chosen, Incomplete, Mark, NotAnAnswer, UnknownOption, mark

__all__ = ["Chosen", "Incomplete", "Mark", "NotAnAnswer", "UnknownOption", "arrange", "draw", "mark"]
