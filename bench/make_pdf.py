"""Makes examples/report-azerbaijan-georgia.pdf again, byte for byte: two pages, running headers, hyphens at the ends of lines.

usage: python bench/make_pdf.py
"""

from pathlib import Path

from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle, getSampleStyleSheet
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import PageBreak, Paragraph, SimpleDocTemplate, Spacer

TARGET = Path(__file__).resolve().parents[1] / "examples" / "report-azerbaijan-georgia.pdf"
TITLE = "Azerbaijan and Georgia: three months in review"
PAGES = (
    (
        ("Title", TITLE),
        ("Normal", "Desk report, 30 June 2025"),
        ("Heading2", "Summary"),
        (
            "Normal",
            "Relations between Azerbaijan and Georgia remained close in the second quarter of 2025. The two countries signed an agreement on "
            "the transit of electricity, and Azerbaijan kept its land border closed to passengers, as it has been since March 2020.",
        ),
        ("Heading2", "Visits"),
        (
            "Normal",
            "Georgian Prime Minister Levan Abashidze visited Baku on 14 April 2025 and met President Rashad Mammadov. Azerbaijani Foreign Minister "
            "Kamran Aliyarli travelled to Tbilisi on 6 June, where he held talks with his Georgian counterpart Nino Japaridze.",
        ),
        (
            "Normal",
            "“The corridor belongs to everybody who keeps it open,” Japaridze said after the talks. Aliyarli invited her to visit Ganja in the autumn.",
        ),
    ),
    (
        ("Heading2", "Energy and trade"),
        (
            "Normal",
            "The agreement on the transit of electricity was signed in Tbilisi on 6 June 2025; parliaments of both countries are expected to ratify it "
            "by the end of the year. Azerbaijan exported 2.4 billion cubic metres of gas to Georgia in 2024, a tenth more than in 2023. "
            "Trade between the two countries amounted to 850 million dollars.",
        ),
        ("Heading2", "Disputes"),
        (
            "Normal",
            "Georgia protested on 20 May against work on a fence near the David Gareja monastery and summoned the Azerbaijani ambassador. "
            "Azerbaijan suspended the work two days later. The commission on the border, which last met in 2023, did not convene.",
        ),
    ),
)


def draw_frame(canvas: Canvas, template: SimpleDocTemplate) -> None:
    """The running header and the number of the page."""
    canvas.saveState()
    canvas.setFont("Helvetica", 8)
    canvas.drawString(60, A4[1] - 40, "Caucasus desk · quarterly report")
    canvas.drawRightString(A4[0] - 60, 30, f"page {template.page}")
    canvas.restoreState()


def make_pdf(target: Path) -> None:
    """The file, the same bytes on every run."""
    styles = getSampleStyleSheet()
    normal = ParagraphStyle("Normal", parent=styles["Normal"], fontSize=11, leading=15, spaceAfter=8)
    story = []
    for page in PAGES:
        story += [Paragraph(text, normal if style == "Normal" else styles[style]) for style, text in page]
        story += [Spacer(1, 12), PageBreak()]
    template = SimpleDocTemplate(str(target), pagesize=A4, title=TITLE, author="Dragoman examples", invariant=1)
    template.build(story[:-1], onFirstPage=draw_frame, onLaterPages=draw_frame)


if __name__ == "__main__":
    make_pdf(TARGET)
    print(TARGET.name)
