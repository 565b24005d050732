"""One visitor's time, as pure values. No Qt."""
