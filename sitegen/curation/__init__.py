"""Corrections of actors: planned in memory, shown, then written as edits of content files."""
