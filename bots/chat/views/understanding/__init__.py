"""What was understood of somebody's words, said back to them: the rule, the readings, what was assumed."""
