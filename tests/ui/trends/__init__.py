"""Tests of the Trends screen."""
