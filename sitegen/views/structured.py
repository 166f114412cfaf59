"""JSON-LD in the words of schema.org: https://schema.org/LiveBlogPosting, https://schema.org/BlogPosting."""

from __future__ import annotations

import json
from typing import Any

from sitegen import permalinks
from sitegen.annotate import AnnotatedUpdate
from sitegen.model import ActorKind, Timeline
from sitegen.views.frame import Frame

MOST_UPDATES = 500
"""Updates listed in a timeline's record: a page must stay light. The data files list them all."""

_TYPES = {
    ActorKind.PERSON: "Person",
    ActorKind.ORGANISATION: "Organization",
    ActorKind.STATE: "Country",
    ActorKind.GROUP: "Organization",
    ActorKind.MEDIA: "NewsMediaOrganization",
}


def live_blog(frame: Frame, timeline: Timeline) -> str:
    """A timeline as `LiveBlogPosting`."""
    updates = frame.archive.by_timeline[timeline.slug]
    record: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "LiveBlogPosting",
        "@id": frame.url(permalinks.timeline_path(timeline.slug)),
        "headline": timeline.title,
        "inLanguage": timeline.language,
    }
    if updates:
        record["coverageStartTime"] = updates[0].update.time.isoformat()
        record["coverageEndTime"] = updates[-1].update.time.isoformat()
        record["liveBlogUpdate"] = [_short(frame, item) for item in updates[:MOST_UPDATES]]
    return for_script(record)


def blog_posting(frame: Frame, item: AnnotatedUpdate) -> str:
    """An update as `BlogPosting`; a withdrawn one has none."""
    update = item.update
    if update.withdrawn:
        return ""
    source = frame.archive.sources[update.source]
    based_on = {"name": source.title, "publisher": source.publisher, "url": source.url}
    record = {
        "@context": "https://schema.org",
        **_short(frame, item),
        "identifier": update.id,
        "inLanguage": frame.tongue_of(source).language,
        "isPartOf": {"@id": frame.url(permalinks.timeline_path(update.timeline))},
        "isBasedOn": {"@type": "CreativeWork"} | {key: words for key, words in based_on.items() if words},
    }
    if update.authors:
        record["author"] = [{"@type": "Person", "name": name} for name in update.authors]
    if item.actors:
        record["mentions"] = [
            {
                "@type": _TYPES[frame.archive.actors[slug].kind],
                "@id": frame.url(permalinks.actor_path(slug)),
                "name": frame.archive.actors[slug].name,
            }
            for slug in item.actors
        ]
    return for_script(record)


def for_script(record: dict[str, Any]) -> str:
    """JSON that can't end a `script` element or start a comment in it."""
    text = json.dumps(record, ensure_ascii=False, separators=(",", ":"))
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return text


def _short(frame: Frame, item: AnnotatedUpdate) -> dict[str, Any]:
    brief = frame.briefs[item.update.id]
    address = frame.url(brief.path)
    return {
        "@type": "BlogPosting",
        "@id": address,
        "url": address,
        "headline": brief.headline,
        "datePublished": item.update.time.isoformat(),
    }
