"""Errors that say what to do."""


class DragomanError(Exception):
    """A set-up or a call that cannot work; the message is one line that says what to do."""

    exit_status = 1


class BadInput(DragomanError):
    """A file that cannot be read; the message is one line with the file's name and the reason."""

    exit_status = 2


class NothingFound(DragomanError):
    """A question or an id to which the record has no answer."""

    exit_status = 3
