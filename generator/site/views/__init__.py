"""What each template is given: values that are ready to be printed, one module a kind of page."""
