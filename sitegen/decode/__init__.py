"""YAML to values: every problem at once, each with its line and column.

`nodes` parses text to located nodes and refuses what YAML 1.2 core data never needs (anchors,
aliases, tags, duplicate keys). `schema` reads nodes as the values that a format wants.
"""

from sitegen.decode.nodes import Mapping, Node, Scalar, Sequence, parse
from sitegen.decode.problems import Problems
from sitegen.decode.schema import Key, Reader, Schema

__all__ = ["Key", "Mapping", "Node", "Problems", "Reader", "Scalar", "Schema", "Sequence", "parse"]
