"""Actors in texts of other languages than English: few, and for sure."""
