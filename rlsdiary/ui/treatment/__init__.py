"""The Treatment screen: what is taken, what was taken, and the markers."""
