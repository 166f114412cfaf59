"""Stamps of plain text: found on every line, grouped by their shape, and chosen by how they run."""
