"""An encoder whose one learned layer is computed from pairs instead of trained by steps."""
