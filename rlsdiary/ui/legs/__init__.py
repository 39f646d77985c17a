"""Legs now: one big dark screen for three in the morning."""
