"""Finding practices for a case: the questions, how each practice answers them, and what a result says."""
