// What mailparser shows of each mail (Nodemailer's reader): JSON in, a dump for each number out. Of a mail with HTML
// alone it makes the text itself.
import { simpleParser } from 'mailparser';

const ADDRESSES = ['from', 'to', 'cc', 'reply-to', 'sender'];
const LINES = ['x-message-flag', 'list-unsubscribe', 'importance'];

const toList = (value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]);
const toAddresses = (value) =>
  toList(value).flatMap(({ value: addresses = [] }) =>
    addresses.flatMap(({ name = '', address = '', group = [] }) => [
      `${name} <${address}>`,
      ...toAddresses([{ value: group }]),
    ]),
  );
const isText = ({ contentType }) => contentType.startsWith('text/');
const isPage = ({ contentType }) => contentType === 'text/html';
const toWords = ({ content }) => content.toString('utf8');

async function dump(bytes) {
  const mail = await simpleParser(bytes, { skipTextToHtml: true });
  const attached = mail.attachments.filter(isText);
  return {
    texts: [...toList(mail.text), ...attached.filter((one) => !isPage(one)).map(toWords)],
    pages: [...toList(mail.html || undefined), ...attached.filter(isPage).map(toWords)],
    files: mail.attachments.map(({ filename }) => filename ?? ''),
    fields: {
      ...Object.fromEntries(ADDRESSES.map((name) => [name, toAddresses(mail.headers.get(name))])),
      ...Object.fromEntries(
        LINES.map((name) => [
          name,
          mail.headerLines.filter(({ key }) => key === name).map(({ line }) => line.slice(line.indexOf(':') + 1)),
        ]),
      ),
      subject: [mail.subject ?? ''],
    },
  };
}

let input = '';
for await (const chunk of process.stdin) input += chunk;
const dumps = {};
for (const [name, bytes] of Object.entries(JSON.parse(input))) {
  try {
    dumps[name] = await dump(Buffer.from(bytes, 'base64'));
  } catch (error) {
    dumps[name] = { error: String(error?.name) };
  }
}
process.stdout.write(JSON.stringify(dumps));
