"""Building, evaluating and exporting the model."""
