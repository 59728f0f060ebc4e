"""What makes the docs site: it stages the pages, generates the rest, and checks what was built."""
