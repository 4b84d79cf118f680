"""Model bundles, and the training that makes them."""
