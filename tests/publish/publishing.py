"""What the tests of publish share: publishing a whole site, and reading a folder back."""

import contextlib
import hashlib

from sitegen.publish import open_output, stage


def publish(root, files, *, output="build", reuse=True):
    """Publish `files` (path -> bytes) as a build would: what is current is kept."""
    with open_output(root / output, root=root, inputs=[root / "content"]) as opened:
        kept, staged = [], []
        for path, data in files.items():
            fingerprint = hashlib.sha256(data).hexdigest()
            if reuse and opened.is_current(path, fingerprint):
                kept.append(path)
            else:
                staged.append(stage(opened.staging, path, data, fingerprint))
        return opened.commit(staged, kept)


def tree(folder):
    """Every file (path -> bytes) and every folder (path/ -> None) below `folder`; links too."""
    found = {}
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_symlink():
            found[name] = f"-> {path.readlink()}"
        else:
            found[name if path.is_file() else f"{name}/"] = path.read_bytes() if path.is_file() else None
    return found


def site_of(folder):
    """The published files but for sitegen's own two."""
    found = {path: data for path, data in tree(folder).items() if data is not None}
    return {p: d for p, d in found.items() if p not in {"sitegen.json", "manifest-sha256.txt"}}


@contextlib.contextmanager
def opened(root, output="build", inputs=("content",)):
    with open_output(root / output, root=root, inputs=[root / i for i in inputs]) as found:
        yield found
