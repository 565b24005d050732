"""The machine: its settings, logs, renderer, display and locks."""
