"""The library on disk: database, images, audit log."""
