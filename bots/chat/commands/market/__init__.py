"""Open dates, applications and bookings."""
