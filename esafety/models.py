"""All tables of all rooms, for migrations and tests."""

from esafety.access import sessions
from esafety.agreements import models as agreements
from esafety.concerns import models as concerns
from esafety.core import audit, jobs, once
from esafety.core.base import Base
from esafety.curriculum import models as curriculum
from esafety.law import models as law
from esafety.learning import models as learning
from esafety.notices import models as notices
from esafety.people import models as people
from esafety.policies import models as policies

__all__ = [
    "Base",
    "agreements",
    "audit",
    "concerns",
    "curriculum",
    "jobs",
    "law",
    "learning",
    "notices",
    "once",
    "people",
    "policies",
    "sessions",
]
