"""HTML to Markdown whose visible text is that of the HTML.

`markdown` converts an element of a parsed page, `fragment` parses a piece of HTML, `visible_text` is
what a reader sees of an element. Nothing of a page is ever run or fetched.
"""

from sitegen.markup.webpage.convert import markdown
from sitegen.markup.webpage.pictures import SAVED_FOLDER, Keep
from sitegen.markup.webpage.tree import HIDDEN_TAGS, TooDeepError, check_depth, fragment, parse_page
from sitegen.markup.webpage.visible import BLOCK_TAGS, visible_text

__all__ = [
    "BLOCK_TAGS",
    "HIDDEN_TAGS",
    "SAVED_FOLDER",
    "Keep",
    "TooDeepError",
    "check_depth",
    "fragment",
    "markdown",
    "parse_page",
    "visible_text",
]
