"""Tests of rlsdiary.charts."""
