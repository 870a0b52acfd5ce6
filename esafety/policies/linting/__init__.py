"""What a careful reader would notice in a policy."""
