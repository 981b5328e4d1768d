"""What helps an editor and a reviewer: new files, forms, the JSON Schema, reports and notes.

Everything here is made from the schema and the validated records, and nothing here is needed to build
the site. Functions return text or problems; the doors read, ask, write and print.
"""
