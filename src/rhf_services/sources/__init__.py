"""What we cite, each document once, and the register of organisations."""
