"""The Today screen: two cards, the doses of the plan, and a note."""
