"""The tools that drew the illustrations; never imported by the running exhibit."""
