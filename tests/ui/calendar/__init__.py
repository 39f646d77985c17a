"""Tests of the Calendar screen: its months, its keys, its search."""
