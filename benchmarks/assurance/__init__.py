"""Long runs that try to break the compendium: random files, kills, full disks, hostile pages."""
