"""Reminders that a co-ordinator writes: drafted in both languages, read over before they go."""
