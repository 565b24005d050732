"""The only Python that QML may name."""
