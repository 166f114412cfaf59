"""Who appears with whom in a timeline, as a picture and as a table.

The picture is laid out by attraction and repulsion (Fruchterman and Reingold, "Graph drawing by
force-directed placement", 1991), from a start that depends on nothing but the order of the actors and
with no function of the mathematical library but the square root: the same archive gives the same
picture on every machine.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, islice
from math import sqrt

from sitegen import permalinks
from sitegen.annotate import AnnotatedUpdate
from sitegen.model import Actor
from sitegen.plan import Page
from sitegen.views.actor_contexts import Edge, NetworkView, Node, Tie
from sitegen.views.frame import Frame
from sitegen.views.parts import Link

WIDTH, HEIGHT = 720, 560
MOST_NODES, MOST_EDGES, MOST_TIES, MOST_OTHERS = 24, 60, 100, 12
LARGEST, SMALLEST, WIDEST = 20.0, 4.0, 6.0
ROUNDS = 90
REACH = 2.5
"""How many ideal distances apart two points no longer push each other, so that none drifts away."""
LETTER, LINE = 7.0, 16.0
"""Width of a letter and height of a line of the labels, about."""
MARGIN = 12.0

Pair = tuple[int, int]
"""Two numbers of actors, the smaller first."""


def network(frame: Frame, page: Page) -> NetworkView:
    """The actors of a timeline, and which of them its updates name together."""
    root = permalinks.root_of(page.path)
    timeline = frame.archive.timelines[page.subject]
    updates = frame.archive.by_timeline[timeline.slug]
    ranked = frame.archive.actor_counts(updates)
    shared = _shared(updates, [actor.slug for actor, _ in ranked])
    nodes = _nodes(frame, root, ranked[:MOST_NODES], shared)
    return NetworkView(
        site=frame.site_view(root, "actors/index.html"),
        page=frame.page_view(
            page,
            title=f"Who appears with whom: {timeline.title}",
            description=f"The actors of {timeline.title}, and which of them its updates name together.",
            breadcrumbs=[(timeline.title, permalinks.timeline_path(timeline.slug))],
        ),
        timeline=Link(text=timeline.title, href=root + permalinks.timeline_path(timeline.slug)),
        width=WIDTH,
        height=HEIGHT,
        nodes=nodes,
        edges=_edges(nodes, shared),
        ties=tuple(islice(_ties(frame, root, ranked, shared), MOST_TIES)),
        actor_count=len(ranked),
        actors_href=f"{root}actors/index.html",
    )


def _shared(updates: Sequence[AnnotatedUpdate], order: Sequence[str]) -> Mapping[Pair, int]:
    """How many updates name both of two actors, by their numbers in the order."""
    number = {slug: index for index, slug in enumerate(order)}
    return Counter(
        pair for item in updates for pair in combinations(sorted(number[slug] for slug in item.actors), 2)
    )


def _nodes(
    frame: Frame, root: str, ranked: Sequence[tuple[Actor, int]], shared: Mapping[Pair, int]
) -> tuple[Node, ...]:
    if not ranked:
        return ()
    peak = ranked[0][1]
    radii = [max(SMALLEST, LARGEST * sqrt(count / peak)) for _, count in ranked]
    boxes = [
        (max(2 * radius, LETTER * len(actor.name)) + MARGIN, 2 * radius + LINE)
        for (actor, _), radius in zip(ranked, radii, strict=True)
    ]
    places = apart(boxes, layout(len(ranked), shared))
    return tuple(
        Node(actor=frame.actor_ref(actor, root, count), x=round(x, 1), y=round(y, 1), radius=round(radius, 1))
        for (actor, count), radius, (x, y) in zip(ranked, radii, places, strict=True)
    )


def _edges(nodes: Sequence[Node], shared: Mapping[Pair, int]) -> tuple[Edge, ...]:
    drawn = sorted((count, pair) for pair, count in shared.items() if pair[1] < len(nodes))[-MOST_EDGES:]
    peak = drawn[-1][0] if drawn else 1
    return tuple(
        Edge(
            x1=nodes[one].x,
            y1=nodes[one].y,
            x2=nodes[other].x,
            y2=nodes[other].y,
            width=round(max(1.0, WIDEST * count / peak), 1),
            label=f"{nodes[one].actor.name} and {nodes[other].actor.name}: {_updates(count)}",
        )
        for count, (one, other) in drawn
    )


def _ties(
    frame: Frame, root: str, ranked: Sequence[tuple[Actor, int]], shared: Mapping[Pair, int]
) -> Iterator[Tie]:
    others: list[list[tuple[int, int]]] = [[] for _ in ranked]
    for (one, other), count in shared.items():
        others[one].append((-count, other))
        others[other].append((-count, one))
    for (actor, count), beside in zip(ranked, others, strict=True):
        yield Tie(
            actor=frame.actor_ref(actor, root, count),
            others=tuple(
                frame.actor_ref(ranked[other][0], root, -less) for less, other in sorted(beside)[:MOST_OTHERS]
            ),
        )


def _updates(count: int) -> str:
    return "1 update" if count == 1 else f"{count:,} updates"


def layout(count: int, weights: Mapping[Pair, int]) -> list[tuple[float, float]]:
    """Places for so many points, each from 0 to 1; points that weigh on each other come close."""
    places = [_on_square(4 * index / count) for index in range(count)]
    peak = max(weights.values(), default=1)
    pull = {pair: weight / peak for pair, weight in weights.items() if pair[1] < count}
    ideal = 1 / sqrt(count)
    for step in range(ROUNDS):
        moves = [(0.0, 0.0)] * count
        for one, other in combinations(range(count), 2):
            dx, dy = places[one][0] - places[other][0], places[one][1] - places[other][1]
            distance = sqrt(dx * dx + dy * dy) or 1e-6
            push = ideal * ideal / distance if distance < REACH * ideal else 0.0
            force = push - distance * distance / ideal * pull.get((one, other), 0.0)
            force /= distance
            moves[one] = (moves[one][0] + dx * force, moves[one][1] + dy * force)
            moves[other] = (moves[other][0] - dx * force, moves[other][1] - dy * force)
        warmth = 0.1 * (1 - step / ROUNDS)
        places = [_moved(place, move, warmth) for place, move in zip(places, moves, strict=True)]
    return _stretched(places)


def _on_square(at: float) -> tuple[float, float]:
    """A point on the edge of the unit square, `at` sides from its corner."""
    side, along = int(at), at - int(at)
    corners = ((along, 0.0), (1.0, along), (1 - along, 1.0), (0.0, 1 - along))
    return corners[side % 4]


def _moved(place: tuple[float, float], move: tuple[float, float], warmth: float) -> tuple[float, float]:
    """The point, pushed by at most `warmth`, and drawn to the middle a little, so that none drifts away."""
    length = sqrt(move[0] ** 2 + move[1] ** 2) or 1.0
    part = min(length, warmth) / length
    x, y = place[0] + move[0] * part, place[1] + move[1] * part
    return x + (0.5 - x) * warmth / 2, y + (0.5 - y) * warmth / 2


def _stretched(places: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    """The points, so that they fill the unit square."""
    columns = []
    for axis in zip(*places, strict=True):
        low, high = min(axis), max(axis)
        columns.append([(value - low) / (high - low) if high > low else 0.5 for value in axis])
    return list(zip(*columns, strict=True))


def apart(
    boxes: Sequence[tuple[float, float]], places: Sequence[tuple[float, float]]
) -> list[tuple[float, float]]:
    """Centres of boxes (width, height) in the picture: near their places, apart as far as there is room."""
    centres = [(MARGIN + x * (WIDTH - 2 * MARGIN), MARGIN + y * (HEIGHT - 2 * MARGIN)) for x, y in places]
    for _ in range(ROUNDS):
        centres = [_inside(centre, box) for centre, box in zip(centres, boxes, strict=True)]
        clashes = 0
        for one, other in combinations(range(len(boxes)), 2):
            (x1, y1), (x2, y2) = centres[one], centres[other]
            across = (boxes[one][0] + boxes[other][0]) / 2 - abs(x1 - x2)
            down = (boxes[one][1] + boxes[other][1]) / 2 - abs(y1 - y2)
            if across <= 0 or down <= 0:
                continue
            clashes += 1
            if down <= across:
                push = down / 2 if y1 >= y2 else -down / 2
                centres[one], centres[other] = (x1, y1 + push), (x2, y2 - push)
            else:
                push = across / 2 if x1 >= x2 else -across / 2
                centres[one], centres[other] = (x1 + push, y1), (x2 - push, y2)
        if not clashes:
            break
    return [_inside(centre, box) for centre, box in zip(centres, boxes, strict=True)]


def _inside(centre: tuple[float, float], box: tuple[float, float]) -> tuple[float, float]:
    return (
        min(max(centre[0], box[0] / 2), max(WIDTH - box[0] / 2, box[0] / 2)),
        min(max(centre[1], box[1] / 2), HEIGHT - box[1] / 2 - LINE),
    )
