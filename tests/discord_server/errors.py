"""The one error of the driver."""


class DriverError(AssertionError):
    """The user could not do this: Discord's client would not let them, or it did not come in time."""
