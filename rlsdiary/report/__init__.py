"""The printed pages: what they say (no Qt) and how they are painted (Qt)."""
