"""Arrays in, values out: medians, spreads and relations of daily series (numpy)."""
