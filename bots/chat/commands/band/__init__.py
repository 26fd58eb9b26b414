"""The band itself: profile, members, invites, where it is bound."""
