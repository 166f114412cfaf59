"""Run by test_publish_killed.py in a process of its own: builds that die at every step.

For n = 1, 2, 3 ... a copy of the old site is built anew by a child that kills itself just before
its nth change of the file system. Prints one JSON object a run: what is on disk right after, and
after the next build.
"""

import itertools
import json
import os
import shutil
import signal
import sys
from pathlib import Path

from publishing import publish, tree

CHANGES = {"os.rename", "os.remove", "os.rmdir", "os.mkdir", "os.chmod", "os.utime"}


def die_at(step):
    """Kill this process just before its step-th change of the file system."""
    counter = itertools.count(1)

    def hook(event, arguments):
        writes = event == "open" and isinstance(arguments[1], str) and set(arguments[1]) & set("wax+")
        if (writes or event in CHANGES) and next(counter) == step:
            os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(hook)


def die_before(change, name):
    """Kill this process just before it does this to a file of that name."""

    def hook(event, arguments):
        if event == change and str(arguments[1]).endswith(name):
            os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(hook)


def killed(step, root, site):
    child = os.fork()
    if not child:
        die_at(step)
        publish(root, site, output="public/site")
        os._exit(0)
    _, status = os.waitpid(child, 0)
    return os.WIFSIGNALED(status)


def readable(found):
    return {path: data if data is None else data.decode() for path, data in found.items()}


def main(folder, old, new, then):
    sites = [{p: d.encode() for p, d in site.items()} for site in (old, new, then)]
    start = folder / "start"
    start.mkdir()
    if old:
        publish(start, sites[0], output="public/site")
    for step in itertools.count(1):
        root = folder / f"run-{step}"
        shutil.copytree(start, root)
        died = killed(step, root, sites[1])
        after = readable(tree(root / "public/site"))
        publish(root, sites[2], output="public/site")
        mended = readable(tree(root / "public/site"))
        rest = [path.name for path in (root / "public").iterdir()]
        print(json.dumps({"step": step, "after": after, "mended": mended, "rest": rest}))
        shutil.rmtree(root)
        if not died:
            return


if __name__ == "__main__":
    main(Path(sys.argv[1]), *json.loads(sys.argv[2]))
