"""Screens: they show frozen states and send wishes; they know no file, database or clock."""
