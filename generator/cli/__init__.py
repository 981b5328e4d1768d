"""The command line: thin doors into the rooms, one module a group of commands."""
