"""The Today screen."""
