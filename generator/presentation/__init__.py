"""The model in words: what a practice says, labelled and ordered once for every edition that shows it."""
