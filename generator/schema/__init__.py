"""The shape of every content file, as pydantic models made from the vocabulary.

`practice`, `indicator`, `reference` and `page` hold one model each, `fields` the types they share,
and `explain` turns what pydantic finds wrong into problems. Values reach the models as the text that
stands in the file: nothing is coerced on the way.
"""
