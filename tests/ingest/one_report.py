"""One invented report as text, web page, PDF and DOCX."""

# ruff: noqa: E501 (lines of the page stand as a content system writes them)

import io
import textwrap
from html import escape

import docx
from docx.document import Document as Word
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle, getSampleStyleSheet
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate

TITLE = "Freedonia: Space for civil society narrows after the May protests"
URL = "https://reports.example.org/updates/freedonia-may-protests/"

# (kind, text): h1 and h2 are headings, p a paragraph, li an item of a list
BODY = (
    ("p", "This is an update on developments affecting the freedoms of expression, association and peaceful assembly "
          "in Kazakhstan from April to June 2023. It has been prepared by the Freedonian Rights Bureau (FRB) and Open "
          "Streets Network for Justice (OSNJ) as part of their cooperation with a monitor."),
    ("p", "On 3rd May 2023, about 200 people gathered in the main square of Sylvania City. Police detained ‘’at least "
          "30’’ of them, among them the activist Rufus Firefly, who was released the next day."),
    ("h1", "Peaceful Assembly"),
    ("h2", "Detentions at peaceful rallies"),
    ("p", "As the organisers had been refused a permit, the rally was dispersed within an hour. The well-known singer "
          "Gloria Teasdale said that she saw “officers drag people into buses”. These are two of the cases:"),
    ("li", "On 4th May 2023, a district court sentenced Vera Marcal to 15 days’ administrative detention for "
           "“disobeying the police”. She denied the charge, and her lawyer lodged an appeal the same week."),
    ("li", "Student Bob Roland was fined 500 euros on 5th May 2023 after posting a call to the rally."),
    ("p", "None of the officers involved had been investigated by the end of June 2023, according to the bureau."),
    ("h1", "Association"),
    ("h2", "Refusal to register a trade union"),
    ("p", "On 10th June 2023, the Ministry of Justice rejected the application of the miners’ union for the third time "
          "without naming a reason. The union’s chair, Ambassador Trentino, announced that it would go to court."),
    ("h1", "Expression"),
    ("h2", "News site blocked"),
    ("p", "The news site Sylvania Today was blocked from 12th to 20th June 2023. The regulator said that it had acted "
          "on a complaint, and did not publish its decision."),
)  # fmt: skip


def expected_text() -> str:
    """What every form of the report reads as."""
    return "\n\n".join([TITLE, *(f"• {text}" if kind == "li" else text for kind, text in BODY)])


def as_text(*, wrapped: bool = False) -> bytes:
    lines = ["• Home", "  • >", f"  • {TITLE}", "", TITLE, "", "17.07.2023", ""]
    for kind, text in BODY:
        shown = f"  • {text}" if kind == "li" else text
        shown_lines = textwrap.wrap(shown, 76, subsequent_indent="    " if kind == "li" else "") if wrapped else [shown]
        lines += [*shown_lines, ""]
    return "\n".join([*lines, URL]).encode()


def as_html() -> bytes:
    """A page as content systems make them, with everything around the report that readers skip."""
    body = []
    for i, (kind, text) in enumerate(BODY):
        words = escape(text, quote=False).replace("Rufus Firefly", '<a href="/x">Rufus&nbsp;Firefly</a>')
        words = words.replace("3rd May", "3<sup>rd</sup> May").replace(
            "the next day.", 'the next day.<sup><a href="#fn1">1</a></sup>'
        )
        if kind == "li":
            first, last = BODY[i - 1][0] != "li", BODY[i + 1][0] != "li"
            body.append(f"{'<ul>' if first else ''}<li><p>{words}</p></li>{'</ul>' if last else ''}")
        elif kind == "h2":
            body.append(f"<p><strong>{words}</strong></p>")
        else:
            body.append(f"<{'h3' if kind == 'h1' else 'p'}>{words}</{'h3' if kind == 'h1' else 'p'}>")
    body.insert(
        3,
        '<blockquote class="twitter-tweet"><p>Police are everywhere on the square right now, avoid it, everyone, and '
        'stay safe.</p>&mdash; Somebody (@somebody) <a href="https://twitter.com/somebody/status/1">May 3, 2023</a>'
        "</blockquote><script async src='https://platform.twitter.com/widgets.js'></script>"
        '<div class="tgme_widget_message"><p>A post of a channel with many words in it that the report embeds.</p></div>'
        "<figure><img src='x.jpg'><figcaption>People on the square, by a photographer of an agency.</figcaption></figure>",
    )
    return f"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{TITLE} - Civic Observer</title>
<meta property="og:title" content="{TITLE}"><meta property="og:site_name" content="Civic Observer">
<link rel="canonical" href="{URL}"><meta property="article:published_time" content="2023-07-17T08:00:00+00:00">
<style>p {{ color: black }}</style></head><body class="single has-sidebar">
<div id="cookie-banner"><p>We use cookies to give you the best experience on our site. By going on you accept them.</p>
<button>Accept all</button></div>
<header class="site-header"><a href="/">Civic Observer</a><nav><ul><li><a href="/a">About</a></li><li><a href="/d">Donate now
</a></li></ul></nav></header>
<main><ol class="breadcrumb"><li><a href="/">Home</a></li><li>&gt;</li><li>{TITLE}</li></ol>
<article><h1>{TITLE}</h1><div class="meta">17.07.2023</div>
<div class="share-buttons"><a href="#">Share on Facebook</a> <a href="#">Tweet</a></div>
<div class="entry-content">{"".join(body)}</div></article>
<section class="related-posts"><h2>Related articles</h2><ul><li><a href="/1">Another country: the government passes a law
on something else altogether</a></li><li><a href="/2">A third country: protests go on for weeks</a></li></ul></section>
<aside><h4>Newsletter</h4><p>Sign up for our newsletter and receive the latest updates every week in your mail.</p></aside></main>
<footer><p>© 2023 Civic Observer. All rights reserved. We are an alliance of civil society organisations.</p></footer>
</body></html>""".encode()


def as_pdf() -> bytes:
    """Three or more pages in two sizes of type, with running heads, page numbers and small margins between."""
    styles = getSampleStyleSheet()
    plain = ParagraphStyle(
        "body", parent=styles["BodyText"], fontName="Times-Roman", fontSize=15, leading=19, spaceAfter=11
    )
    named = {
        "p": plain,
        "li": ParagraphStyle("item", parent=plain, leftIndent=18, bulletIndent=4),
        "h1": ParagraphStyle("one", parent=plain, fontName="Times-Bold", fontSize=21, leading=26),
        "h2": ParagraphStyle("two", parent=plain, fontName="Times-Bold", fontSize=18, leading=22),
    }
    title = ParagraphStyle("title", parent=plain, fontName="Times-Bold", fontSize=26, leading=32)
    story: list[Flowable] = [Paragraph(TITLE, title), Paragraph("17.07.2023", plain)]
    for kind, text in BODY:
        story.append(Paragraph(text, named[kind], bulletText="•" if kind == "li" else None))
    story.append(Paragraph(URL, plain))

    def furniture(canvas: Canvas, _: SimpleDocTemplate) -> None:
        canvas.setFont("Times-Roman", 9)
        canvas.drawString(72, A4[1] - 40, "Civic Observer | Country updates")
        canvas.drawString(290, 30, f"Page {canvas.getPageNumber()}")

    made = io.BytesIO()
    SimpleDocTemplate(made, pagesize=A4, title="Microsoft Word - draft3.docx", invariant=1).build(
        story, onFirstPage=furniture, onLaterPages=furniture
    )
    return made.getvalue()


def word() -> Word:
    """The report as a word-processor document, for a test to change."""
    made = docx.Document()
    made.add_paragraph(TITLE, style="Title")
    made.add_paragraph("17.07.2023")
    styles = {"p": "Normal", "li": "List Bullet", "h1": "Heading 1", "h2": "Heading 2"}
    for kind, text in BODY:
        made.add_paragraph(text, style=styles[kind])
    made.add_paragraph(URL)
    return made


def as_docx(made: Word | None = None) -> bytes:
    stream = io.BytesIO()
    (made or word()).save(stream)
    return stream.getvalue()
