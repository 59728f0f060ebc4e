"""The national report forms, one module each, registered by the same hook as a stranger's."""
