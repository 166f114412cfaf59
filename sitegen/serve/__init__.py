"""The preview: builds, serves as GitHub Pages would, watches, rebuilds, reloads the page in the browser."""

from sitegen.serve.preview import Built, preview
from sitegen.serve.serve import serve

__all__ = ["Built", "preview", "serve"]
