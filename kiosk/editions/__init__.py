"""Compiled editions: what the running exhibit shows. No Qt."""
