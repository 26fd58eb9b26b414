"""The kind of each part of a sentence: free, busy, maybe, or the same as its neighbour."""

from core.scheduling.kinds import Kind
from core.scheduling.lexicons import Tag
from core.scheduling.phrases.forms import Boundary, Item, MarkForm, Number, Several, Shape, Time, tag_of
from core.scheduling.phrases.reading.chunks import Chunk

_KINDS = {Tag.FREE: Kind.FREE, Tag.BUSY: Kind.BUSY, Tag.MAYBE: Kind.MAYBE}
_OPPOSITE = {Kind.FREE: Kind.BUSY, Kind.BUSY: Kind.FREE, Kind.MAYBE: Kind.MAYBE}
Said = tuple[int, Kind | None, bool]
"""Index of a judging word, its kind, and whether it is a bare "not"."""


def judged(chunk: Chunk, *, working: bool) -> list[Chunk]:
    """The chunk with its kind settled, split where other days have a second kind."""
    items = chunk.items
    found = [said for i in range(len(items)) if (said := _said_at(items, i, working=working)) is not None]
    if not found and any(isinstance(x, Boundary) and x.mark is Tag.BACK for x in items):
        chunk.kind, chunk.said = Kind.BUSY, not any(isinstance(x, Several) for x in items)
    if not found:
        return [chunk]
    groups = _grouped(items, found)
    if len(groups) == 1:
        _set(chunk, groups[0], items)
        return [chunk]
    return _split(chunk, groups)


def _said_at(items: list[Item], i: int, *, working: bool) -> Said | None:
    """The judgement of the mark at `i`; `working` if the sentence speaks of work."""
    tag = tag_of(items[i])
    match tag:
        case Tag.FREE | Tag.BUSY | Tag.MAYBE:
            kind = _KINDS[tag]
            return i, _OPPOSITE[kind] if _negated(items, i) else kind, False
        case Tag.QUESTION_MARK if i and isinstance(items[i - 1], Several):
            return i, Kind.MAYBE, False
        case Tag.WORK:
            return i, _work(items, i), False
        case Tag.OFF if working:
            return i, Kind.FREE, False
        case Tag.NO:
            judging = _next_role(items, i, Tag.WORD, Tag.NOISE, Tag.OF) in (
                Tag.FREE,
                Tag.BUSY,
            )
            return None if judging else (i, Kind.BUSY, False)
        case Tag.NOT:
            return _denying(items, i)
    return None


def _next_role(items: list[Item], i: int, *skipped: Tag) -> Tag | None:
    return next((tag_of(x) for x in items[i + 1 :] if tag_of(x) not in skipped), None)


def _denying(items: list[Item], i: int) -> Said | None:
    """A "not" about days, or about the words before it."""
    if _next_role(items, i, Tag.WORD) in (Tag.FREE, Tag.BUSY, Tag.MAYBE):
        return None
    if any(tag_of(items[j]) in _KINDS and _not_behind(items, j) == i for j in range(i)):
        return None
    beside = i + 1 < len(items) and isinstance(items[i + 1], (Several, Time, Boundary))
    if beside or not any(tag_of(x) is Tag.WORD for x in items[i + 1 :]):
        return i, None, True
    return None


def spread_kinds(chunks: list[Chunk]) -> None:
    """Give chunks without a kind that of the words before them, or of words after their days."""
    for i, chunk in enumerate(chunks):
        if _judges(chunk) and not chunk.timely() and not chunk.rest:
            _spread_bare(chunks, i)
    last, pending = _spread_on([chunk for chunk in chunks if chunk.timely() and not chunk.negated])
    if last is not None and last.postfix and last.kind is Kind.BUSY:
        pending = [chunk for chunk in pending if not _one_sided(chunk)]
    _give(last, pending)


def _spread_on(chunks: list[Chunk]) -> tuple[Chunk | None, list[Chunk]]:
    """Hand kinds from chunk to chunk, and return the last with its own, and those still without."""
    pending: list[Chunk] = []
    last: Chunk | None = None
    for chunk in chunks:
        if _judges(chunk):
            _give(chunk if chunk.postfix else last, pending)
            pending = []
            last = chunk
        elif not _takes_kind(chunk, last):
            pending.append(chunk)
    return last, pending


def _judges(chunk: Chunk) -> bool:
    return chunk.said and chunk.kind is not None


def _give(giver: Chunk | None, takers: list[Chunk]) -> None:
    if giver is not None:
        for taker in takers:
            _copy(giver, taker)


def _takes_kind(chunk: Chunk, last: Chunk | None) -> bool:
    """Give a chunk the kind of the words before it, unless these judge the days before them."""
    if last is None:
        return False
    if chunk.instead and last.kind is Kind.BUSY:
        chunk.kind, chunk.said = Kind.FREE, True  # "not the 5th, but the 6th"
        return True
    if not last.postfix:
        _copy(last, chunk)
    return not last.postfix


def _one_sided(chunk: Chunk) -> bool:
    """Whether it is "Tuesdays after 7", which after "Mondays no" may well be free."""
    times = [item for item in chunk.items if isinstance(item, Time)]
    return len(times) == 1 and times[0].shape in (Shape.FROM, Shape.UNTIL)


def _spread_bare(chunks: list[Chunk], i: int) -> None:
    """Give a kind without days to the days before it, or else to the days after it."""
    chunk = chunks[i]
    if any(tag_of(item) in (Tag.AFTER, Tag.BEFORE) for item in chunk.items):
        return  # "free after that"
    back = i - 1
    while back >= 0 and chunks[back].timely() and not chunks[back].said:
        _copy(chunk, chunks[back])
        chunks[back].said = chunks[back].postfix = True
        back -= 1
    if back == i - 1 and i + 1 < len(chunks) and not chunks[i + 1].said:
        _copy(chunk, chunks[i + 1])
        chunks[i + 1].said = True


def _negated(items: list[Item], i: int) -> bool:
    """A "not" or "no" right before, or with one other word between."""
    for back in (1, 2):
        tag = tag_of(items[i - back]) if i - back >= 0 else None
        if tag in (Tag.NOT, Tag.NO):
            return True
        if tag not in (Tag.WORD, Tag.ONLY):
            break
    return _not_behind(items, i) is not None


def _not_behind(items: list[Item], i: int) -> int | None:
    """The index of a "not" after the word that it denies: "kann am Freitag nicht"."""
    for j in range(i + 1, len(items)):
        tag = tag_of(items[j])
        if tag is Tag.NOT:
            timely = any(isinstance(x, (Several, Time, Boundary)) for x in items[j + 1 :])
            return j if j == i + 1 or not timely else None
        if tag in (*_KINDS, Tag.WORK, Tag.OFF, Tag.CONDITION):
            return None
    return None


def _work(items: list[Item], i: int) -> Kind:
    """Work: "I work Tuesdays" is busy; "Tuesdays work" is free; "Tuesday 9-5 work" is busy."""
    item = items[i]
    suits = isinstance(item, MarkForm) and item.suits and i and isinstance(items[i - 1], Several)
    if suits and not any(isinstance(x, (Several, Time)) for x in items[i + 1 :]):
        return Kind.FREE
    return Kind.BUSY


def _grouped(items: list[Item], found: list[Said]) -> list[list[Said]]:
    """Group judgements of the same days: nothing about time between them, or after the last."""

    def timely(first: int, last: int) -> bool:
        return any(isinstance(x, (Several, Time, Boundary, Number)) for x in items[first:last])

    postfix = timely(0, found[0][0])
    groups = [[found[0]]]
    for said in found[1:]:
        last = groups[-1][-1]
        same = said[1] is last[1] and not said[2] and not postfix and not timely(said[0], len(items))
        if same or not timely(last[0], said[0]):
            groups[-1].append(said)
        else:
            groups.append([said])
    return groups


def _set(chunk: Chunk, group: list[Said], items: list[Item]) -> None:
    """Give a chunk the kind of the words of a group together."""
    chunk.said = True
    kinds = [kind for _, kind, _ in group if kind is not None]
    chunk.negated = not kinds and group[0][2]
    if kinds:
        chunk.kind, chunk.leaning = _together(kinds)
    first_time = _first_timely(items)
    chunk.postfix = first_time is not None and group[0][0] > first_time


def _together(kinds: list[Kind]) -> tuple[Kind, Kind | None]:
    """The kind of several words, and the kind it leans to: "probably free", "busy free"."""
    if Kind.MAYBE in kinds:
        return Kind.MAYBE, next((kind for kind in kinds if kind is not Kind.MAYBE), None)
    return Kind.BUSY if Kind.BUSY in kinds else kinds[0], None


def _first_timely(items: list[Item]) -> int | None:
    return next((i for i, x in enumerate(items) if isinstance(x, (Several, Time, Boundary))), None)


def _split(chunk: Chunk, groups: list[list[Said]]) -> list[Chunk]:
    """8 free 9 free 15 busy; busy 12/12 free 13/12."""
    items = chunk.items
    first_time = _first_timely(items)
    postfix = first_time is not None and groups[0][0][0] > first_time
    parts: list[Chunk] = []
    begin = 0
    for at, group in enumerate(groups):
        if at == len(groups) - 1:
            end = len(items)
        elif postfix:
            end = group[-1][0] + 1
        else:
            end = groups[at + 1][0][0]
        part = Chunk(
            chunk.joined if not parts else Tag.COMMA, items[begin:end], rest=chunk.rest and not parts
        )
        _set(part, [(i - begin, kind, no) for i, kind, no in group], part.items)
        parts.append(part)
        begin = end
    return parts


def _copy(source: Chunk, target: Chunk) -> None:
    target.kind, target.leaning = source.kind, source.leaning
