"""From files on disk to raw records: strict front matter with places, prose as a sanitised tree."""
