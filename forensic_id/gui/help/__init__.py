"""Help inside the program: topics in Markdown, searched and linked."""
