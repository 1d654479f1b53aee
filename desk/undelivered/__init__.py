"""What could not be delivered and is about no running case: a task of the board's people."""
