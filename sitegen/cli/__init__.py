"""The command line: commands, options, exit codes.

Exit status: 0 done, 1 the content or the site has problems, 2 the command was not understood.
Here, and nowhere else, an error becomes a message to a person.
"""

from sitegen.cli.main import main

__all__ = ["main"]
