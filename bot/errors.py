"""One tree of errors: what a person can mend, said in one sentence.

A fault that is not in this tree is a bug: it is logged with its traceback and answered with a neutral line.
"""


class BriefbotError(Exception):
    """A fault that a person can mend; its text is one sentence that says what to do.

    `exit_status` is what the command line ends with when the error reaches it.
    """

    exit_status = 1


class CallError(BriefbotError):
    """The command was called in a way that cannot work."""

    exit_status = 2


class SettingsError(BriefbotError):
    """An environment variable is missing or wrong."""


class InputFaults(BriefbotError):  # noqa: N818  (it carries all faults of the input at once)
    """Faults in what people wrote in the seeds, all of them at once, one sentence each."""

    def __init__(self, faults: list[str]) -> None:
        super().__init__("\n".join(faults))
        self.faults = faults


class CitationError(BriefbotError):
    """A citation does not say what its document says; nothing is written."""


class BriefsError(BriefbotError):
    """The briefs cannot be read: missing, damaged, or of another version."""


class StorageError(BriefbotError):
    """The database cannot be opened or written."""


class DiscordError(BriefbotError):
    """Discord cannot be reached, or refuses the bot."""


class RequestError(BriefbotError):
    """A member of the channel asked for something that cannot be done; answered privately."""
