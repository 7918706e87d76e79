"""Compares what Python's own mail parser makes of a message and of its projection.

FOLDER holds N.original and N.projection, and N.attached where the projection was taken out of the original. Prints one JSON object: how many pairs were
compared, and the numbers of those whose subject, text or attachments differ. Nothing of their content is printed.
"""
import email
import hashlib
import json
import pathlib
import sys


def read(path):
    with open(path, "rb") as file:
        return email.message_from_binary_file(file)


def parts(message):
    found = []
    for part in message.walk():
        if part.is_multipart():
            continue
        content = part.get_payload(decode=True)
        if content is None:
            content = str(part.get_payload()).encode("utf-8", "surrogateescape")
        found.append((part.get_content_type(), part.get_filename(), hashlib.sha256(content).hexdigest()))
    return found


folder = pathlib.Path(sys.argv[1])
compared = 0
differing = []
for original in sorted(folder.glob("*.original")):
    one, other = read(original), read(original.with_suffix(".projection"))
    if original.with_suffix(".attached").exists():
        same = all(part in parts(one) for part in parts(other))
    else:
        same = str(one.get("Subject")) == str(other.get("Subject")) and parts(one) == parts(other)
    compared += 1
    if not same:
        differing.append(original.stem)
print(json.dumps({"compared": compared, "differing": differing}))
