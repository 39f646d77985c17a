"""Tests of rlsdiary.analysis."""
