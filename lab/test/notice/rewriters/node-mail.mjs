// A notice as nodemailer writes it again from what postal-mime read: mail in, JSON of name and base64 out.
import MailComposer from 'nodemailer/lib/mail-composer/index.js';
import PostalMime from 'postal-mime';

const chunks = [];
for await (const chunk of process.stdin) chunks.push(chunk);
const mail = await PostalMime.parse(Buffer.concat(chunks));
const toAddress = ({ name, address }) => ({ name: name ?? '', address });
const content = {
  from: toAddress(mail.from),
  to: mail.to.map(toAddress),
  replyTo: mail.replyTo.map(toAddress),
  subject: mail.subject,
  date: new Date(mail.date),
  messageId: mail.messageId,
  text: mail.text,
  html: mail.html,
};

const ways = {
  'as it is': {},
  base64: { textEncoding: 'base64' },
  'quoted-printable': { textEncoding: 'quoted-printable' },
  'lines end with LF': { newline: 'unix' },
  'lines end with CRLF': { newline: 'windows' },
  'a boundary of its own': { baseBoundary: 'northwind' },
  'a field of its own': { headers: { 'x-relay': 'relay.northwind.example' } },
  'fields kept': { headers: { 'auto-submitted': 'auto-generated' } },
};
const out = {};
for (const [name, way] of Object.entries(ways)) {
  const built = await new MailComposer({ ...content, ...way }).compile().build();
  out[`nodemailer: ${name}`] = built.toString('base64');
}
process.stdout.write(JSON.stringify(out));
