"""sitegen turns saved live blogs into a searchable static archive."""

__version__ = "0.1.0"
