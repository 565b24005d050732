"""The proof: every screen rendered off screen, on one page that a curator signs."""
