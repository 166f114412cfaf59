"""Compares the new site with the output folder, before anything in it changes."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from sitegen.publish.disk import Disk, Kind, Seen
from sitegen.publish.journal import Journal, Removal
from sitegen.publish.staging import Staged


@dataclass(frozen=True, slots=True, kw_only=True)
class Survey:
    """What publishing would do."""

    journal: Journal
    """The work."""
    same: Mapping[str, Seen]
    """Staged files whose bytes are there already."""
    in_the_way: Mapping[str, str]
    """Paths that sitegen did not write and must not touch, each with what stands there."""
    edited: Sequence[str]
    """Files that sitegen wrote and somebody changed: written anew."""
    left: Sequence[str]
    """Files that sitegen wrote, somebody changed, and the new site does not have: left alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Room:
    """Where the new site finds room: what is to be made, cleared away, or blocks it."""

    make: list[str] = field(default_factory=list)
    """Folders to make, parents first."""
    clear: set[str] = field(default_factory=set)
    """Files of the old site to delete first."""
    clear_folders: set[str] = field(default_factory=set)
    """Folders of the old site to remove first."""
    blocked: dict[str, str] = field(default_factory=dict)
    """Paths that must not be touched, each with what stands there."""


def survey(disk: Disk, staged: Sequence[Staged], kept: Collection[str], written: Mapping[str, str]) -> Survey:
    """Compare. `written` has the hashes of what sitegen wrote before, by path. Raises OSError."""
    wanted = {*(s.path for s in staged), *kept}
    folders = _folders(wanted)
    old = {path: disk.look(path) for path in written if path not in wanted}
    leaving = {path: written[path] for path, seen in old.items() if seen.sha256 == written[path]}
    old_folders = {folder for folder in _folders(written) - folders if disk.look(folder).kind is Kind.FOLDER}
    room = _make_room(disk, folders, leaving)
    same: dict[str, Seen] = {}
    edited: list[str] = []
    for file in staged:
        if _is_blocked(file.path, room):
            continue
        seen = disk.look(file.path)
        if seen.sha256 == file.sha256:
            same[file.path] = seen
        elif seen.kind is Kind.FILE and file.path in written:
            edited += [file.path] if seen.sha256 != written[file.path] else []
        elif (
            seen.kind is Kind.FOLDER and (inside := _inside(disk, file.path)) <= leaving.keys() | old_folders
        ):
            room.clear.update(inside & leaving.keys())
            room.clear_folders.update(inside & old_folders)
        elif seen.kind is not Kind.NOTHING:
            room.blocked[file.path] = seen.kind.value
    return Survey(
        journal=Journal(
            clear=_removals(leaving, room.clear),
            clear_folders=_inner_first(room.clear_folders),
            folders=tuple(room.make),
            moves=tuple(s.path for s in staged if s.path not in same),
            removals=_removals(leaving, leaving.keys() - room.clear),
            empty_folders=_inner_first(old_folders - room.clear_folders),
        ),
        same=same,
        in_the_way=room.blocked,
        edited=edited,
        left=[
            p for p, seen in old.items() if seen.kind not in {Kind.NOTHING, Kind.FOLDER} and p not in leaving
        ],
    )


def _make_room(disk: Disk, folders: Iterable[str], leaving: Mapping[str, str]) -> _Room:
    """Compare the folders that the new site needs with what stands there."""
    top = disk.look("")
    room = _Room(make=[""] if top.kind is Kind.NOTHING else [])
    for folder in sorted(folders):
        if _is_blocked(folder, room):
            continue
        seen = disk.look(folder)
        if seen.kind is Kind.FOLDER and seen.device != top.device:
            room.blocked[folder] = "folder on another file system"
        elif seen.kind is Kind.NOTHING:
            room.make.append(folder)
        elif folder in leaving:
            room.clear.add(folder)
            room.make.append(folder)
        elif seen.kind is not Kind.FOLDER:
            room.blocked[folder] = seen.kind.value
    return room


def _is_blocked(path: str, room: _Room) -> bool:
    return any(folder in room.blocked for folder in _folders([path]))


def _inside(disk: Disk, folder: str) -> set[str]:
    """The folder and all that is in it."""
    return {path.relative_to(disk.folder).as_posix() for path in (disk.folder / folder).rglob("*")} | {folder}


def _folders(paths: Iterable[str]) -> set[str]:
    """Every folder above these paths."""
    found = set()
    for path in paths:
        folder = path.rpartition("/")[0]
        while folder and folder not in found:
            found.add(folder)
            folder = folder.rpartition("/")[0]
    return found


def _removals(leaving: Mapping[str, str], paths: Collection[str]) -> tuple[Removal, ...]:
    return tuple(Removal(path=path, sha256=leaving[path]) for path in sorted(paths))


def _inner_first(folders: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(folders, reverse=True))
