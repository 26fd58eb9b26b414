"""From tokens to days, times and what is said of them."""
