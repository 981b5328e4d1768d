"""What must hold beyond the schema: in one body, between entries, for the set, and for personal data."""
