"""RLS Diary: a private symptom diary for people with Restless Legs Syndrome."""

__version__ = "0.1.0"
