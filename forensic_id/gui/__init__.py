"""The desktop application's views (PySide6). A feature is a folder; what all share lies beside them."""
