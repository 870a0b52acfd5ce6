"""What is decided about policies on plain values."""
