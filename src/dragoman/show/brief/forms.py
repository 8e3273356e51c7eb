"""The forms of a note by the ending of the file; each is loaded only when it is asked for."""

from dragoman.model import BadInput
from dragoman.model.ports import fill_port
from dragoman.show.brief.model import Brief

FORMS = {".md": "markdown:render_markdown", ".html": "page:render_html", ".docx": "word:render_docx", ".pdf": "pdf:render_pdf"}


def render_brief(brief: Brief, ending: str) -> bytes:
    """The bytes of the file; BadInput where no form has that ending, or where its library is not installed."""
    if ending not in FORMS:
        raise BadInput(f"{ending or 'no ending'}: a note is written as {', '.join(FORMS)}")
    try:
        render = fill_port(f"dragoman.show.brief.{FORMS[ending]}")
    except ImportError:
        raise BadInput(f"{ending}: a library is missing; pip install 'dragoman[brief]'") from None
    made: bytes = render(brief)
    return made
