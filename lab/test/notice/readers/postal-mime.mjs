// What postal-mime shows of each mail: JSON in, a dump for each number out.
import PostalMime from 'postal-mime';

const FIELDS = ['subject', 'x-message-flag', 'list-unsubscribe', 'importance'];

const toList = (value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]);
const toAddresses = (value) =>
  toList(value).flatMap(({ name = '', address = '', group = [] }) => [`${name} <${address}>`, ...toAddresses(group)]);

async function dump(bytes) {
  const mail = await PostalMime.parse(bytes, { rfc822Attachments: true });
  const fields = Object.fromEntries(
    FIELDS.map((name) => [name, mail.headers.filter((one) => one.key === name).map(({ value }) => value)]),
  );
  return {
    texts: toList(mail.text),
    pages: toList(mail.html),
    files: mail.attachments.map(({ filename }) => filename ?? ''),
    fields: {
      ...fields,
      subject: [mail.subject ?? ''],
      from: toAddresses(mail.from),
      to: toAddresses(mail.to),
      cc: toAddresses(mail.cc),
      'reply-to': toAddresses(mail.replyTo),
      sender: toAddresses(mail.sender),
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
