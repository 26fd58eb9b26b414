"""What Discord has and other platforms have not."""
