"""What two simple readers show of each page: a JSON list in, a list of texts out. The argument says which."""

import html
import html.parser
import json
import re
import sys

SPOKEN = {"href", "src", "action", "alt", "title", "value", "placeholder", "background"}


class Shown(html.parser.HTMLParser):
    """Python's parser, as scripts use it: the words, and where a tag leads."""

    def __init__(self):
        super().__init__()
        self.words, self.unshown = [], 0

    def handle_starttag(self, tag, attrs):
        self.unshown += tag in ("style", "script")
        self.words += [f" {value} " for name, value in attrs if name in SPOKEN and value]
        self.words.append(" " if tag not in ("b", "code", "span") else "")

    def handle_endtag(self, tag):
        self.unshown -= tag in ("style", "script")
        self.words.append(" " if tag not in ("b", "code", "span") else "")

    def handle_data(self, data):
        if self.unshown <= 0:
            self.words.append(data)


def by_parser(page):
    shown = Shown()
    shown.feed(page)
    shown.close()
    return "".join(shown.words)


def by_stripper(page):
    """As many programs make a preview: everything in angle brackets goes."""
    page = re.sub(r"(?is)<(style|script)\b.*?</\1\s*>|<!--.*?-->", " ", page)
    page = re.sub(r"(?i)</?(?:b|code|span)\b[^>]*>", "", page)
    return html.unescape(re.sub(r"<[^>]*>", " ", page))


read = {"parser": by_parser, "stripper": by_stripper}[sys.argv[1]]
sys.stdout.write(json.dumps([read(page) for page in json.load(sys.stdin)]))
