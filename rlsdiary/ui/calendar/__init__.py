"""The Calendar screen: the months as a heat map, and the search."""
