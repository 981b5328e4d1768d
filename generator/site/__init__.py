"""The website: which pages there are, what each is given, and how they are published."""
