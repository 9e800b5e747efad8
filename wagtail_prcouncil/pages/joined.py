"""A wide row and the rows it links to, by one query that is written once.

`select_related` weighs every column of every table with each query: for one item and six links that
takes longer than the database. Here the columns are looked up when a process first asks.
"""

from collections.abc import Mapping, Sequence
from typing import Any, Generic, TypeVar

from django.db.models import Field, Model

from wagtail_prcouncil.pages.prepared import Prepared, samples

Row = TypeVar("Row", bound=Model)


class Joined(Generic[Row]):
    """Rows of a model with those that some of its foreign keys lead to, found by an integer column.

    `seen` are columns of the model, `links` those of each foreign key's model; a column that is
    not named is read when it is asked for. Each has to name its primary key. `kept` is what else
    is asked of every row that is found.
    """

    def __init__(
        self,
        model: type[Row],
        seen: Sequence[str],
        links: Mapping[str, Sequence[str]],
        *,
        by: str = "pk",
        **kept: Any,
    ) -> None:
        self._model = model
        self._own = _columns(model, seen)
        self._links = {
            link: (kind, _columns(kind, names))
            for link, names in links.items()
            if (kind := model._meta.get_field(link).related_model)
        }
        joined = (
            f"{link}__{column}" for link, (_kind, names) in self._links.items() for column in names
        )
        rows = model._default_manager.order_by().values_list(*self._own, *joined)
        (number,) = samples(1)
        self._rows = rows.filter(**kept, **{by: number})
        self._prepared = Prepared(self._rows)

    def find(self, number: int) -> list[Row]:
        """One query, in no order."""
        db = self._rows.db
        return [self._made(row, db) for row in self._prepared.read(number)]

    def _made(self, values: list[Any], db: str) -> Row:
        end = len(self._own)
        item = self._model.from_db(db, self._own, values[:end])
        for link, (kind, names) in self._links.items():
            begin, end = end, end + len(names)
            found = dict(zip(names, values[begin:end], strict=True))
            key = found[kind._meta.pk.attname]
            setattr(item, link, None if key is None else kind.from_db(db, names, [*found.values()]))
        return item


def _columns(model: type[Model], names: Sequence[str]) -> list[str]:
    """In the order in which Django makes a row of them."""

    def is_seen(field: Field[Any, Any]) -> bool:
        return field.name in names

    return [field.attname for field in model._meta.concrete_fields if is_seen(field)]
