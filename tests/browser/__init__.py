"""Real browsers for tests: Chromium and Firefox behind one interface, with their restrictions on.

`browser.harness.Browser` is what tests use; `browser.finding` gets hold of the programs; `browser.server`
serves a folder. Other tests (safety, access) use the same.
"""
