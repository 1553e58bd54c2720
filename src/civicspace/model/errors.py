"""The two exceptions that are raised on purpose."""


class ItemError(Exception):
    """One item (a file, a link, a page) cannot be used: it is reported, the run goes on."""


class RunError(Exception):
    """Nothing can be done: the run stops."""
