"""Measurements that no test makes: builds, search and book beside other tools. `make bench` runs them."""
