"""From content to a published site: the ordered stages, the workers, the build report."""

from sitegen.build.build import build, check
from sitegen.build.compose import compose
from sitegen.build.options import BuildOptions
from sitegen.build.report import BuildReport, Progress, silent

__all__ = ["BuildOptions", "BuildReport", "Progress", "build", "check", "compose", "silent"]
