"""Everything that is held about a person, exported for that person."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from core.journal import Act
from core.people import Person
from core.personal_data.store import PersonalDataUnit


@dataclass(frozen=True, slots=True)
class MyData:
    """All of it, as JSON values."""

    person: Person
    at: datetime
    """Aware, UTC."""
    held: dict[str, Any]


async def my_data(unit: PersonalDataUnit, act: Act) -> MyData:
    """Everything about the caller."""
    person = await unit.people.get(act.person)
    return MyData(person, act.at, await unit.personal_data.everything(act.person))
