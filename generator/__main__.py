"""The console script: the command line, begun and ended with care for whoever waits.

Ctrl+C while Python is still reading itself in ends it in words too. What a build holds in memory is given
back by the system in one go when the process ends; Python would take a tenth of the build to do it.
"""

import os
import sys


def run() -> None:
    """Runs the command that was asked for and ends the process."""
    kept: list[object] = []
    try:
        from generator.cli.main import main  # noqa: PLC0415 - reading it in takes a while

        main(obj=kept)
    except KeyboardInterrupt:
        print("Aborted!", file=sys.stderr)
        _end(1)
    except SystemExit as end:
        if end.code is None or isinstance(end.code, int):
            _end(end.code or 0)
        raise


def _end(code: int) -> None:
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except OSError:  # nobody reads any more
        code = code or 1
    os._exit(code)


if __name__ == "__main__":
    run()
