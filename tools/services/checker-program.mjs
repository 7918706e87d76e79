// `checker-program.mjs PORT NEXT-PORT RESOLVER`: an LMTP server between the recipients' Postfix and their mailboxes. It
// judges each message with mailauth, as its sender reached us, writes Authentication-Results on top and hands it on.
// Mail to the domain `later.test` is refused here, after the sender's server was told that it is accepted: it bounces
// later.
import { Resolver } from 'node:dns/promises';
import { connect } from 'node:net';
import { authenticate } from 'mailauth';
import { SMTPServer } from 'smtp-server';

const [port, next, resolverAddress] = process.argv.slice(2);
const HOST = 'mx.recipients.test';
const MESSAGE_LIMIT_BYTES = 32 * 1024 * 1024;
const LATER = /(^later(\+.*)?@|@later\.test$)/i;

const dns = new Resolver({ timeout: 2000, tries: 2 });
dns.setServers([resolverAddress]);

const server = new SMTPServer({
  lmtp: true,
  name: HOST,
  banner: 'checker',
  authOptional: true,
  disabledCommands: ['AUTH', 'STARTTLS'],
  useXForward: true,
  disableReverseLookup: true,
  size: MESSAGE_LIMIT_BYTES,
  logger: false,
  onRcptTo(address, _session, done) {
    if (!LATER.test(address.address)) return done();
    done(Object.assign(new Error('5.1.1 this mailbox was closed'), { responseCode: 550 }));
  },
  onData(stream, session, done) {
    const chunks = [];
    stream.on('data', (chunk) => chunks.push(chunk));
    stream.on('error', done);
    stream.on('end', () => {
      judgeAndHandOn(Buffer.concat(chunks), session).then(
        () =>
          done(
            null,
            session.envelope.rcptTo.map(() => 'handed on'),
          ),
        (error) => done(Object.assign(new Error(`4.3.0 ${error.message}`), { responseCode: 451 })),
      );
    });
  },
});
server.on('error', () => {});
server.listen(Number(port), '127.0.0.1');

async function judgeAndHandOn(received, session) {
  const bytes = removeForeignResults(received);
  const sender = session.envelope.mailFrom ? session.envelope.mailFrom.address : '';
  const recipients = session.envelope.rcptTo.map((each) => each.address);
  const { headers } = await authenticate(bytes, {
    ip: session.xForward.get('ADDR') || session.remoteAddress,
    helo: session.xForward.get('HELO') || session.hostNameAppearsAs,
    sender,
    mta: HOST,
    resolver: (name, type) => dns.resolve(name, type),
  });
  // Servers say for which of their addresses it came: the only trace of an address in an envelope.
  const delivered = recipients.map((recipient) => `Delivered-To: ${recipient}\r\n`).join('');
  await handOn(Buffer.concat([Buffer.from(delivered + headers), bytes]), sender, recipients);
}

/** A field that claims to be ours was written by somebody else (RFC 8601 section 5). */
function removeForeignResults(bytes) {
  const text = bytes.toString('latin1');
  const end = text.indexOf('\r\n\r\n');
  if (end < 0) return bytes;
  const ours = new RegExp(
    `^authentication-results:\\s*${HOST.replaceAll('.', '\\.')}\\b[^\\r]*\\r\\n(?:[ \\t][^\\r]*\\r\\n)*`,
    'gim',
  );
  return Buffer.from(text.slice(0, end + 2).replace(ours, '') + text.slice(end + 2), 'latin1');
}

/** Just enough of LMTP (RFC 2033) to hand one message to the server of the mailboxes. */
async function handOn(bytes, sender, recipients) {
  const socket = connect(Number(next), '127.0.0.1');
  const replies = readReplies(socket);
  const ask = async (line, expected) => {
    if (line !== null) socket.write(line);
    const { value, done } = await replies.next();
    if (done) throw new Error('the server of the mailboxes closed the connection');
    if (value[0] !== expected) throw new Error(`the server of the mailboxes says ${value}`);
  };
  try {
    await ask(null, '2');
    await ask(`LHLO ${HOST}\r\n`, '2');
    await ask(`MAIL FROM:<${sender}>\r\n`, '2');
    for (const recipient of recipients) await ask(`RCPT TO:<${recipient}>\r\n`, '2');
    await ask('DATA\r\n', '3');
    const stuffed = bytes.toString('latin1').replace(/^\./gm, '..');
    socket.write(Buffer.from(`${stuffed}${stuffed.endsWith('\r\n') ? '' : '\r\n'}.\r\n`, 'latin1'));
    for (const _ of recipients) await ask(null, '2');
    socket.end('QUIT\r\n');
  } finally {
    socket.destroySoon();
  }
}

async function* readReplies(socket) {
  let text = '';
  for await (const chunk of socket) {
    text += chunk.toString('latin1');
    for (let end = text.indexOf('\r\n'); end >= 0; end = text.indexOf('\r\n')) {
      const line = text.slice(0, end);
      text = text.slice(end + 2);
      if (line[3] !== '-') yield line;
    }
  }
}
