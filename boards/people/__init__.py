"""The people of a board: who they are and whom they work for."""
