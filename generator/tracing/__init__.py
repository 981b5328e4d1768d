"""Whether what entries claim can be found in their sources: quotes, places, figures and names.

`source_text` and `outline` read a document, `figures` and `names` what a text claims, `claims` takes an
entry apart, and `trace` compares the two. The documents are not part of a compendium: whoever traces
names the folder in which their texts lie.
"""
