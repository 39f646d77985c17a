"""Tests of the wiring, the presenters and the command line."""
