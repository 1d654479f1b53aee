"""The board view: every deadline that runs, as a list, a paper, a file and in figures."""
