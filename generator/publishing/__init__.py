"""Writing a finished site: checks, checksums, lock, swap, USB copy. Only this room changes disks."""
