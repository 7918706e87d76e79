import { type AddressInfo, createServer } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { expect, test } from 'vitest';
import { openSmtp, type SmtpRelay, sendMessage } from '../../src/adapters/mail/smtp.ts';
import type { SmtpLimits } from '../../src/adapters/mail/smtp-session.ts';
import { type Deed, openScriptedServer, type Verb } from './scripted-server.ts';
import { type Identity, TestAuthority } from './test-authority.ts';

const envelope = { from: 'bounce+abcdefgh@harbor.example', to: 'security@northwind.example' };
const message = Buffer.from('Subject: one\r\n\r\n.a line with a dot\r\n');
/** Where an answer comes it is waited for, however busy the machine is; only for silence is the patience short. */
const patient: SmtpLimits = { openMs: 30_000, envelopeMs: 30_000, replyMs: 30_000 };
const silenceMs = 400;

function toRelay(port: number, limits: SmtpLimits = patient): SmtpRelay {
  return { host: '127.0.0.1', port, tls: 'none', login: null, authorities: null, name: 'harbor.example', limits };
}

/** `replied before-dot RCPT 450`, `failed after-dot`. */
async function tryOnce(
  script: Partial<Record<Verb, Deed>>,
  isPipelining: boolean,
  limits: SmtpLimits = patient,
): Promise<string> {
  const server = await openScriptedServer(script, { isPipelining });
  const outcome = await sendMessage(toRelay(server.port, limits), envelope, message);
  await server.close();
  switch (outcome.is) {
    case 'replied':
      return `replied ${outcome.stage} ${outcome.verb} ${outcome.reply.code}`;
    case 'failed':
      return `failed ${outcome.stage}`;
    case 'abandoned':
      return 'abandoned';
  }
}

const before: readonly Verb[] = ['greeting', 'EHLO', 'MAIL', 'RCPT', 'DATA'];
const silent: readonly Deed[] = [
  'close',
  'stall',
  'reset',
  { half: '250 ok' },
  { half: '45' },
  { reply: 'hello there' },
];

test.concurrent.each(before.flatMap((verb) => silent.map((deed) => [verb, deed] as const)))(
  'a failure at %s (%j) is before the final dot',
  async (verb, deed) => {
    for (const isPipelining of [true, false]) {
      const found = await tryOnce({ [verb]: deed }, isPipelining, { openMs: silenceMs, envelopeMs: silenceMs });
      // A greeting that is no greeting, or a half one, may be told as such; what counts is the side of the dot.
      expect(found).toMatch(/before-dot/);
      expect(found).not.toMatch(/replied.* 2\d\d$/);
    }
  },
);

test.each([
  'close',
  'stall',
  'reset',
  { half: '250 ok' },
  { half: '450 no' },
  { half: '550 no' },
  { reply: 'hello' },
  { reply: '2 cats' },
  { reply: '250-never ends' },
  { reply: '250-yes\r\n450 no' },
] as Deed[])('an invalid reply to the final dot (%j) leaves the outcome open', async (deed) => {
  for (const isPipelining of [true, false])
    expect(await tryOnce({ message: deed }, isPipelining, { ...patient, replyMs: silenceMs })).toBe('failed after-dot');
});

test.each([
  ['MAIL', '451 4.3.0 later', 'replied before-dot MAIL 451'],
  ['MAIL', '550 5.7.1 not you', 'replied before-dot MAIL 550'],
  ['MAIL', '421 4.3.2 closing', 'replied before-dot MAIL 421'],
  ['RCPT', '450 4.2.0 greylisted', 'replied before-dot RCPT 450'],
  ['RCPT', '550 5.1.1 no such user', 'replied before-dot RCPT 550'],
  ['DATA', '451 4.3.0 later', 'replied before-dot DATA 451'],
  ['DATA', '554 5.5.1 no', 'replied before-dot DATA 554'],
  ['message', '250 2.0.0 taken', 'replied after-dot message 250'],
  ['message', '451 4.3.0 disk full', 'replied after-dot message 451'],
  ['message', '421 4.3.2 closing', 'replied after-dot message 421'],
  ['message', '552 5.2.2 mailbox full', 'replied after-dot message 552'],
  ['message', '354 again', 'replied after-dot message 354'],
  ['greeting', '554 5.3.2 not now', 'replied before-dot session 554'],
] as const)('a reply at %s (%s) is reported unchanged', async (verb, reply, expected) => {
  for (const isPipelining of [true, false]) expect(await tryOnce({ [verb]: { reply } }, isPipelining)).toBe(expected);
});

test('a late reply changes nothing', async () => {
  const server = await openScriptedServer({ message: { late: '250 taken after all' } }, { lateMs: 700 });
  const outcome = await sendMessage(toRelay(server.port, { ...patient, replyMs: silenceMs }), envelope, message);
  expect(outcome).toMatchObject({ is: 'failed', stage: 'after-dot' });
  expect(server.messages).toHaveLength(1);
  await server.close();
});

test('a reply that arrives with the go-ahead is ignored', async () => {
  const server = await openScriptedServer({ DATA: { reply: '354 go on\r\n250 taken already' } });
  const outcome = await sendMessage(toRelay(server.port), envelope, message);
  expect(outcome).toMatchObject({ is: 'failed', stage: 'before-dot' });
  expect(server.messages).toHaveLength(0);
  await server.close();
});

test('an invalid go-ahead gets no message', async () => {
  const server = await openScriptedServer({ DATA: { reply: '250 fine' } });
  const outcome = await sendMessage(toRelay(server.port), envelope, message);
  expect(outcome).toMatchObject({ is: 'failed', stage: 'before-dot' });
  await server.close();
});

test('the record before the dot is durable before the dot, and a refusal holds the message', async () => {
  const server = await openScriptedServer({});
  const opening = await openSmtp(toRelay(server.port));
  if (opening.is !== 'open') throw new Error(opening.reason);
  const seen: number[] = [];
  const outcome = await opening.session.send(envelope, message, async () => {
    await new Promise((done) => setTimeout(done, 50));
    seen.push(server.messages.length);
    return true;
  });
  expect(outcome).toMatchObject({ is: 'replied', reply: { code: 250, status: '2.0.0', text: '2.0.0 taken' } });
  expect(seen).toEqual([0]);
  expect(server.messages).toEqual(['Subject: one\r\n\r\n..a line with a dot']);
  expect(await opening.session.send(envelope, message, () => false)).toEqual({ is: 'abandoned' });
  expect(opening.session.isOpen()).toBe(false);
  expect(server.messages).toHaveLength(1);
  await server.close();
});

test('a fault before the dot ends the session without a message and is thrown', async () => {
  const server = await openScriptedServer({});
  const opening = await openSmtp(toRelay(server.port));
  if (opening.is !== 'open') throw new Error(opening.reason);
  const send = opening.session.send(envelope, message, () => Promise.reject(new Error('disk full')));
  await expect(send).rejects.toThrow('disk full');
  expect(opening.session.isOpen()).toBe(false);
  await new Promise((done) => setTimeout(done, 50));
  expect(server.messages).toHaveLength(0);
  await server.close();
});

test('several messages use one session, also after a refused recipient', async () => {
  let count = 0;
  const server = await openScriptedServer({ RCPT: { reply: '550 5.1.1 no such user' } }, { naughtySessions: 1 });
  const refusing = await openSmtp(toRelay(server.port));
  if (refusing.is !== 'open') throw new Error(refusing.reason);
  expect(await refusing.session.send(envelope, message, () => true)).toMatchObject({ is: 'replied', verb: 'RCPT' });
  expect(await refusing.session.send(envelope, message, () => true)).toMatchObject({ is: 'replied', verb: 'RCPT' });
  refusing.session.close();
  const opening = await openSmtp(toRelay(server.port));
  if (opening.is !== 'open') throw new Error(opening.reason);
  for (; count < 5; count += 1)
    expect(await opening.session.send(envelope, message, () => true)).toMatchObject({ is: 'replied', verb: 'message' });
  opening.session.close();
  expect(server.sessions()).toBe(2);
  expect(server.messages).toHaveLength(5);
  await server.close();
});

test('distinguishes a silent, missing or non-TLS relay from a working one', async () => {
  const server = await openScriptedServer({ greeting: 'stall' });
  expect(await openSmtp(toRelay(server.port, { openMs: silenceMs }))).toMatchObject({ is: 'closed', reply: null });
  await server.close();
  expect(await openSmtp(toRelay(server.port))).toMatchObject({
    is: 'closed',
    reason: 'the connection to the relay was lost (ECONNREFUSED)',
  });
  const plain = await openScriptedServer({});
  expect(await openSmtp({ ...toRelay(plain.port), tls: 'required' })).toMatchObject({ is: 'closed' });
  await plain.close();
  const offering = await openScriptedServer({ EHLO: { reply: '250-relay.example\r\n250 STARTTLS' } });
  expect(await openSmtp({ ...toRelay(offering.port), tls: 'offered' })).toMatchObject({ is: 'closed' });
  expect(offering.messages).toHaveLength(0);
  await offering.close();
});

/**
 * A real server that wants a log-in; it offers STARTTLS with a certificate of its own making, which nobody vouches for.
 */
async function openLoginServer(
  offersTls: boolean,
): Promise<{ port: number; logins: string[]; close(): Promise<void> }> {
  const logins: string[] = [];
  const server = new SMTPServer({
    ...{ logger: false, allowInsecureAuth: true, disabledCommands: offersTls ? [] : ['STARTTLS'] },
    onAuth: (auth, session, callback) => {
      logins.push(`${session.secure} ${auth.username} ${auth.password}`);
      if (auth.password === 'right') callback(null, { user: auth.username });
      else callback(new Error('no'));
    },
    onData: (stream, _session, callback) => {
      stream.resume();
      stream.on('end', () => callback());
    },
  });
  server.on('error', () => undefined);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.server.address() as AddressInfo;
  return { port, logins, close: () => new Promise((done) => server.close(() => done())) };
}

test('logs in where the relay requires it, and reports a refused login', async () => {
  const server = await openLoginServer(false);
  const relay = { ...toRelay(server.port), limits: {} };
  const right = { user: 'candor', password: 'right' };
  expect(await sendMessage({ ...relay, login: right }, envelope, message)).toMatchObject({
    is: 'replied',
    verb: 'message',
  });
  expect(await openSmtp({ ...relay, login: { user: 'candor', password: 'wrong' } })).toMatchObject({
    ...{ is: 'closed', reason: 'the relay refuses the login' },
  });
  expect(server.logins).toEqual(['false candor right', 'false candor wrong']);
  await server.close();
});

test('sends no password without TLS or to an untrusted server', async () => {
  const plain = await openLoginServer(false);
  const login = { user: 'candor', password: 'right' };
  expect(await openSmtp({ ...toRelay(plain.port), limits: {}, tls: 'offered', login })).toMatchObject({
    ...{ is: 'closed', reason: 'the relay offers no TLS, and no password is sent without it' },
  });
  expect(plain.logins).toEqual([]);
  await plain.close();
  const foreign = await openLoginServer(true);
  for (const tls of ['offered', 'required'] as const)
    expect(await openSmtp({ ...toRelay(foreign.port), limits: {}, tls, login })).toMatchObject({ is: 'closed' });
  expect(foreign.logins).toEqual([]);
  await foreign.close();
});

test('uses implicit TLS at port 465 unless the incident file says otherwise', async (context) => {
  const begun: string[] = [];
  const host = '127.0.0.9';
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    // Who speaks TLS from the first byte begins, and waits for no greeting.
    socket.once('data', (bytes) => {
      begun.push(bytes[0] === 0x16 ? 'TLS' : 'words');
      socket.destroy();
    });
  });
  const isOpen = await new Promise<boolean>((done) => {
    server.once('error', () => done(false));
    server.listen(465, host, () => done(true));
  });
  if (!isOpen) return context.skip('port 465 cannot be opened by this account here');
  const relay = { ...toRelay(465), host, limits: { ...patient, openMs: silenceMs } };
  for (const tls of ['required', 'offered', 'implicit', 'none'] as const) {
    expect(await openSmtp({ ...relay, tls })).toMatchObject({ is: 'closed' });
    if (tls !== 'none') expect(begun.pop(), tls).toBe('TLS');
  }
  expect(begun).toEqual([]);
  await new Promise<void>((done) => server.close(() => done()));
});

test('uses implicit TLS at any port only when the incident file says so', async (context) => {
  let authority: TestAuthority;
  let identity: Identity;
  try {
    authority = new TestAuthority();
    identity = authority.certify(['IP:127.0.0.1']);
  } catch {
    return context.skip('certificates with a validity of their own need OpenSSL 3.4 or later');
  }
  const sessions: boolean[] = [];
  const server = new SMTPServer({
    ...{ logger: false, secure: true, authOptional: true, key: identity.key, cert: identity.cert },
    onData: (stream, session, callback) => {
      sessions.push(session.secure);
      stream.resume();
      stream.on('end', () => callback());
    },
  });
  server.on('error', () => undefined);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.server.address() as AddressInfo;
  const relay = { ...toRelay(port), authorities: authority.certificate };
  expect(await sendMessage({ ...relay, tls: 'implicit' }, envelope, message)).toMatchObject({ verb: 'message' });
  expect(sessions).toEqual([true]);
  const short = { ...relay, limits: { ...patient, openMs: silenceMs } };
  expect(await openSmtp({ ...short, tls: 'required' })).toMatchObject({ is: 'closed' });
  expect(await openSmtp({ ...short, tls: 'implicit', authorities: null })).toMatchObject({ is: 'closed' });
  const plain = await openScriptedServer({});
  expect(await openSmtp({ ...toRelay(plain.port), tls: 'implicit' })).toMatchObject({ is: 'closed' });
  expect(plain.messages).toHaveLength(0);
  await plain.close();
  await new Promise<void>((done) => server.close(() => done()));
});
