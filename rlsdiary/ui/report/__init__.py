"""The Report screen: options left, the live pages right."""
