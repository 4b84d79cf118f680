"""Every table and figure of the paper's experiments, trained, measured and written as a page, a table and a plot."""
