"""How content files name one another."""

from __future__ import annotations

from sitegen.decode import Node, Problems, Sequence
from sitegen.decode.readers import matching

slug = matching(
    r"[a-z0-9][a-z0-9-]*",
    "bad-slug",
    "is not the name of a content file",
    "use the file's name without its ending: small letters, digits and hyphens",
)

update_id = matching(r"\S{1,200}", "bad-id", "is not an id", "write 1 to 200 characters without blanks")


def slugs(node: Node, problems: Problems) -> tuple[str, ...]:
    """A list of slugs, repeats dropped, order kept."""
    items = node.items if isinstance(node, Sequence) else (node,)
    return tuple(dict.fromkeys(slug(item, problems) for item in items))
