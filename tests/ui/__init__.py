"""Tests of the screens and their controls."""
