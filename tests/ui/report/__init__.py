"""Tests of the Report screen."""
