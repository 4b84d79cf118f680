"""One design language in two themes: colours, spacing, type, icons."""
