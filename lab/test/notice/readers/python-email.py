"""What Python's email package shows of each mail: JSON in, a dump for each number out (other-readers.ts)."""

import base64
import email
import email.header
import email.policy
import email.utils
import json
import sys

FIELDS = ["from", "to", "cc", "reply-to", "subject", "sender", "x-message-flag", "list-unsubscribe", "importance"]
# `default` reads as the library's documentation recommends, `compat32` as Mailman and older programs do.
POLICY = {"default": email.policy.default, "compat32": email.policy.compat32}[sys.argv[1]]


def shown(value):
    try:
        return str(email.header.make_header(email.header.decode_header(value)))
    except Exception:
        return str(value)


def decode(part):
    if sys.argv[1] == "default":
        try:
            return part.get_content()
        except Exception:
            pass
    content = part.get_payload(decode=True) or b""
    try:
        return content.decode(part.get_content_charset() or "utf-8", "replace")
    except LookupError:
        return content.decode("utf-8", "replace")


def dump(data):
    message = email.message_from_bytes(data, policy=POLICY)
    texts, pages, files = [], [], []
    for part in message.walk():
        if part.is_multipart():
            continue
        kind = part.get_content_type()
        if part.get_filename():
            files.append(str(part.get_filename()))
        if kind == "text/html":
            pages.append(str(decode(part)))
        elif kind.startswith("text/"):
            texts.append(str(decode(part)))
    fields = {name: [shown(value) for value in message.get_all(name, [])] for name in FIELDS}
    return {"texts": texts, "pages": pages, "files": files, "fields": fields}


def safe(data):
    try:
        return dump(data)
    except Exception as error:
        return {"error": type(error).__name__}


mails = json.load(sys.stdin)
dumps = {name: safe(base64.b64decode(data)) for name, data in mails.items()}
# A lone surrogate stands for a byte that could not be decoded.
sys.stdout.write(json.dumps(dumps))
