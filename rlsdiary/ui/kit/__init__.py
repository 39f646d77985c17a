"""The small controls that the screens share."""
