"""Tests of the small controls that the screens share."""
