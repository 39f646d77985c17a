"""Tests of what enters or leaves as a file."""
