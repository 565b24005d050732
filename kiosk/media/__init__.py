"""Renditions of pictures at the size shown."""
