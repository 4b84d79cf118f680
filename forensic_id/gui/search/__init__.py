"""Search a sketch: the sketch, the pool and its parameters, the candidates, and why they came out."""
