"""How much a file may cost; none of the reports used in development comes near."""

MEGABYTE = 1 << 20

SOURCE_BYTES = 64 * MEGABYTE  # a file or a downloaded page; the longest reports with photographs are near 30
UNPACKED_BYTES = 256 * MEGABYTE  # a DOCX or a compressed page, unpacked
UNPACKED_RATIO = 200  # of an archive member; the text of a DOCX packs 5 to 20 times
ARCHIVE_MEMBERS = 5_000
PAGES = 2_000
TEXT_CHARACTERS = 10_000_000
BLOCKS = 200_000
BLOCK_CHARACTERS = (
    20_000  # a paragraph; the longest of the reports used in development has 2,000, the parser takes a million
)
TITLES = 20  # claimed by a page; each is compared with every other
DEPTH = 400  # nested elements of a page; two calls each, and Python allows a thousand
MEMORY_BYTES = 2_048 * MEGABYTE  # address space of one reading
CPU_SECONDS = 120
WALL_SECONDS = 180
WEB_SECONDS = 60
WEB_REDIRECTS = 8
