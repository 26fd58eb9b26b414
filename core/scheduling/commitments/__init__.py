"""A band's rehearsals and gigs: proposed, answered, confirmed, moved, called off."""
