"""Values of options that several commands take."""

from __future__ import annotations

from collections.abc import Iterable

import click

from kg.model import RELATIONS, Relation, Resolution


class RelationName(click.ParamType[Relation]):
    """One of the eleven relations, or one that a user's own rules state."""

    name = "relation"

    def get_metavar(self, param: click.Parameter, ctx: click.Context) -> str:
        """The eleven, and that there may be others."""
        return f"[{'|'.join(RELATIONS)}|your own]"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> Relation:
        """The relation of this name."""
        try:
            return Relation(value)
        except ValueError as error:
            self.fail(f"{error}.", param, ctx)


def check_known(relations: Iterable[Relation], resolution: Resolution) -> None:
    """Refuse a relation that is none of the eleven and of which the graph has no fact.

    Raises:
        BadParameter: There is one.
    """
    present = {deal.relation for deal in resolution.deals}
    for relation in relations:
        if relation.own and relation not in present:
            known = ", ".join([*RELATIONS, *sorted(one for one in present if one.own)])
            raise click.BadParameter(
                f"The graph has no facts of a relation {str(relation)!r}; it may have: {known}.",
                param_hint="--relation",
            )
