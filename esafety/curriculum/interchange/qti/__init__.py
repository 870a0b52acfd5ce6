"""QTI, the format of 1EdTech: items of version 3.0 are written; 3.0, 2.2 and 2.1 are read, alone or in a package."""

from esafety.curriculum.interchange.qti.read import read
from esafety.curriculum.interchange.qti.write import write

__all__ = ["read", "write"]
