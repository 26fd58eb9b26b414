"""Rules about months or weeks of the year in words, and the ordinal numbers in them."""
