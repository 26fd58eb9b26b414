"""Rules about months or weeks of the year in words."""
