"""The five-point landmark network: data, training, export."""
