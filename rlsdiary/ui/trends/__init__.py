"""The Trends screen: the diary's panels on one time axis."""
