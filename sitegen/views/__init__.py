"""Frozen template contexts (`contexts`) and the functions that make them."""
