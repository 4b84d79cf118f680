"""A network that draws photos in the hands of real sketch artists, learned from photo-sketch pairs."""
