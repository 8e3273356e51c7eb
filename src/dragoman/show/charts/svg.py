"""SVG written element by element: every value escaped, no style within, so that the page's own rules and its colours apply."""

from collections.abc import Iterable

from markupsafe import Markup, escape


def draw(name: str, content: Iterable[Markup] | str = (), **attributes: object) -> Markup:
    """One element; a name like `stroke_width` becomes `stroke-width`, `class_` becomes `class`."""
    inner = escape(content) if isinstance(content, str) else Markup("").join(content)
    return Markup("<{0}{1}>{2}</{0}>").format(name, write_attributes(attributes), inner)


def write_attributes(attributes: dict[str, object]) -> Markup:
    """` name="value"` for each that is not `None`; numbers with at most one decimal."""
    return Markup("").join(
        Markup(' {0}="{1}"').format(name.rstrip("_").replace("_", "-"), _write(value)) for name, value in attributes.items() if value is not None
    )


def draw_picture(content: Iterable[Markup], *, width: int, height: int, title: str, class_: str) -> Markup:
    """A whole picture with the words that stand for it where it cannot be seen."""
    return draw("svg", content, viewBox=f"0 0 {width} {height}", role="img", aria_label=title, class_=class_, preserveAspectRatio="xMidYMid meet")


def _write(value: object) -> object:
    return f"{value:.1f}".removesuffix(".0") if isinstance(value, float) else value
