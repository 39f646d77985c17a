"""One presenter a screen: wishes to services, changes to states."""
