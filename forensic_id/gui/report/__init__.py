"""The report of a stored search: looked at in the application, exported, printed."""
