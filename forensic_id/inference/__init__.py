"""Running the model bundle with ONNX Runtime."""
