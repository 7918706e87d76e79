"""What GMime shows of each mail (notmuch, mu, Pan and others read with it): JSON in, a dump for each number out."""

import base64
import json
import sys

import gi

gi.require_version("GMime", "3.0")
from gi.repository import GMime  # noqa: E402

FIELDS = ["from", "to", "cc", "reply-to", "subject", "sender", "x-message-flag", "list-unsubscribe", "importance"]
GMime.init()


def walk(part, found):
    if isinstance(part, GMime.Multipart):
        for at in range(part.get_count()):
            walk(part.get_part(at), found)
    elif isinstance(part, GMime.MessagePart):
        if part.get_message() is not None:
            walk(part.get_message().get_mime_part(), found)
    elif isinstance(part, GMime.Part):
        if part.get_filename():
            found["files"].append(part.get_filename())
        kind = part.get_content_type()
        mime = f"{kind.get_media_type()}/{kind.get_media_subtype()}".lower()
        if not mime.startswith("text/"):
            return
        text = part.get_text() if isinstance(part, GMime.TextPart) else None
        found["pages" if mime == "text/html" else "texts"].append(text or "")


def dump(data):
    parser = GMime.Parser.new_with_stream(GMime.StreamMem.new_with_buffer(data))
    message = parser.construct_message(None)
    if message is None:
        return {"error": "no message"}
    found = {"texts": [], "pages": [], "files": []}
    if message.get_mime_part() is not None:
        walk(message.get_mime_part(), found)
    headers = message.get_header_list()
    fields = {name: [] for name in FIELDS}
    for at in range(headers.get_count()):
        header = headers.get_header_at(at)
        if header.get_name().lower() in fields:
            fields[header.get_name().lower()].append(header.get_value() or "")
    return {**found, "fields": fields}


def safe(data):
    try:
        return dump(data)
    except Exception as error:
        return {"error": type(error).__name__}


mails = json.load(sys.stdin)
sys.stdout.write(json.dumps({name: safe(base64.b64decode(data)) for name, data in mails.items()}))
