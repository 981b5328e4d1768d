"""What a page may do and what it gives away: the policy, the exit, and the check of every finished page."""
