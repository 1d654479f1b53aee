"""The fictional demo: two boards, their people, and cases at every stage. Nobody here exists."""
