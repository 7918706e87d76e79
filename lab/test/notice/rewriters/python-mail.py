"""A notice as Python's email and mailbox packages write it again: mail in, JSON of name and base64 out."""

import base64
import email
import email.generator
import email.policy
import io
import json
import mailbox
import os
import sys
import tempfile

data = sys.stdin.buffer.read()
out = {}


def keep(name, made):
    out[f"Python: {name}"] = base64.b64encode(made).decode()


def by(policy, change=None):
    message = email.message_from_bytes(data, policy=policy)
    if change is not None:
        change(message)
    return message.as_bytes()


def recode(cte, charset="utf-8"):
    def change(message):
        for part in message.walk():
            if part.get_content_maintype() == "text":
                subtype, words = part.get_content_subtype(), part.get_content()
                part.set_content(words, subtype=subtype, charset=charset, cte=cte)

    return change


policies = email.policy
keep("default policy", by(policies.default))
keep("SMTP policy", by(policies.SMTP))
keep("SMTPUTF8 policy", by(policies.SMTPUTF8))
keep("compat32 policy", by(policies.compat32))
keep("every field folded again", by(policies.SMTP.clone(refold_source="all")))
keep("fields in one line", by(policies.SMTP.clone(refold_source="all", max_line_length=None)))
keep("fields of 120 characters", by(policies.SMTP.clone(refold_source="all", max_line_length=120)))
keep("parts in base64", by(policies.SMTP, recode("base64")))
keep("parts in 8 bit", by(policies.SMTP, recode("8bit")))
keep("parts in quoted-printable", by(policies.SMTP, recode("quoted-printable")))
keep("parts in windows-1252", by(policies.SMTP, recode("quoted-printable", "windows-1252")))
keep("a trace field", by(policies.SMTP, lambda message: message.add_header("Received", "from a by b; Sun, 21 Oct 2001 09:12:05 +0000")))
keep("a field of its own", by(policies.SMTP, lambda message: message.add_header("X-Checked-By", "gateway")))
keep("another Message-ID", by(policies.SMTP, lambda message: message.replace_header("Message-ID", "<0100@ses.example>")))
keep("another boundary", by(policies.SMTP, lambda message: message.set_boundary("===============7330845974216740156==")))

with_from = io.BytesIO()
generator = email.generator.BytesGenerator(with_from, mangle_from_=True, policy=policies.compat32)
generator.flatten(email.message_from_bytes(data), unixfrom=True)
keep("with a line of a mailbox", with_from.getvalue())

with tempfile.TemporaryDirectory() as folder:
    for name, kind in {"mbox": mailbox.mbox, "MMDF": mailbox.MMDF, "MH": mailbox.MH, "Babyl": mailbox.Babyl, "Maildir": mailbox.Maildir}.items():
        box = kind(os.path.join(folder, name))
        box.lock()
        key = box.add(data)
        box.flush()
        keep(f"kept in {name}", bytes(box.get_bytes(key)))
        box.unlock()
        box.close()
    with open(os.path.join(folder, "mbox"), "rb") as file:
        keep("the file of an mbox", file.read())
json.dump(out, sys.stdout)
