import { type Removal, removeFrom } from './removal.ts';

const bounceTests = 'core/test/notice/bounce/read-incoming.test.ts';
const read = removeFrom('bounce', 'core/src/notice/bounce/read-incoming.ts', bounceTests);
const fields = removeFrom('bounce', 'core/src/notice/bounce/report-fields.ts', bounceTests);
const free = removeFrom('bounce', 'core/src/notice/bounce/free-text.ts', bounceTests);
const automatic = removeFrom('bounce', 'core/src/notice/bounce/automatic-reply.ts', bounceTests);
const inbox = 'lab/test/notice/inbox/take-incoming.slow.test.ts';
const take = removeFrom('bounce', 'lab/src/notice/inbox/take-incoming.ts', inbox);
const kept = removeFrom('bounce', 'lab/src/notice/store/incoming-store.ts', inbox);
const match = removeFrom('bounce', 'lab/src/notice/inbox/take-incoming.ts', inbox);
const session = removeFrom('inbox', 'lab/src/adapters/imap-session.ts', 'lab/test/adapters/imap-session.slow.test.ts');
const mark = removeFrom(
  'bounce',
  'core/src/notice/delivery/envelope-sender.ts',
  'core/test/notice/delivery/envelope-sender.test.ts',
);
const authentication = 'core/test/notice/gate/judge-authentication.test.ts';
const settings = 'core/test/notice/gate/judge-settings.test.ts';
const spf = removeFrom('gate', 'core/src/notice/gate/judge-spf.ts', authentication);
const dkim = removeFrom('gate', 'core/src/notice/gate/judge-received.ts', authentication);
const dmarc = removeFrom('gate', 'core/src/notice/gate/judge-received.ts', authentication);
const passage = removeFrom('gate', 'core/src/notice/gate/judge-received.ts', settings, authentication);
const mailboxes = removeFrom('gate', 'core/src/notice/gate/judge-mailboxes.ts', settings);
const record = removeFrom('gate', 'core/src/notice/gate/judge-key-record.ts', settings);

/**
 * What comes back, and what is judged before anything leaves (docs/formats/delivery.md,
 * docs/runbooks/publish-before-the-first-wave.md).
 */
export const incomingRemovals: readonly Removal[] = [
  read('delayed-has-not-failed', "if (action === 'delayed') return { class: 'soft', kind: 'delayed', status };", ''),
  read(
    'class-4-is-not-for-good',
    "if (status?.startsWith('4') === true) return { class: 'soft', kind: 'failed', status };",
    '',
  ),
  read('failed-without-a-status', "action === 'failed' || status", 'status'),
  read('worst-of-several', "ranked.find((judgement) => judgement.class === 'hard') ??", ''),
  read('soft-is-worse-than-a-receipt', "ranked.find((judgement) => judgement.class === 'soft') ??", ''),
  read('complaint', "if (isFeedback) return { class: 'other', kind: 'complaint', status: null };", ''),
  read(
    'challenge',
    "if (isChallenge(header, subject, text)) return { class: 'challenge', kind: 'challenge', status: null };",
    '',
  ),
  read(
    'person-who-quotes-a-bounce',
    'FAILURE_SUBJECT.test(subject) && !PASSED_ON.test(subject)',
    'FAILURE_SUBJECT.test(subject)',
  ),
  read(
    'nesting-bomb',
    '} catch {\n    // Nesting',
    '} catch (cause) {\n    if (cause !== null) throw cause;\n    // Nesting',
  ),
  fields('status-that-says-nothing', "isSaying(status) ? status : (findStatus(diagnostic ?? '') ?? status)", 'status'),
  fields('first-field-of-a-name', "if (fields.has(name)) name = '';\n      else ", ''),
  free(
    'returned-mail-decides-nothing',
    'return returned === -1 ? lines : lines.slice(0, returned);',
    'return returned === -1 ? lines : lines.slice(0);',
  ),
  automatic('auto-submitted-no', "submitted !== '' && !submitted.startsWith('no')", "submitted !== ''"),
  take('sender-address-shows-nothing', "if (by === 'recipient') return null;", ''),
  kept('shown-once', 'seen_by: same === undefined ? null : `the same mail as ${same.id}`', 'seen_by: null'),
  take('report-that-came-too-early', 'for (const state of await settleByKnown(options)) count(settled, state);', ''),
  take('failure-settles', "if (mail.kind === 'failed') {", "if (mail.kind === 'failed' && by === 'token') {"),
  match('mark-is-the-surest-sign', "if (found !== null) return { delivery: found, by: 'token' };", ''),
  match('message-id', "if (found !== null) return { delivery: found, by: 'message-id' };", ''),
  session('no-password-before-tls', "...(isImplicit ? {} : { doSTARTTLS: place.tls === 'required' }),", ''),
  session('tls-at-any-port', "place.tls === 'implicit' || ", ''),
  session(
    'authority-that-is-named',
    '...(place.authorities === null ? {} : { tls: { ca: place.authorities } })',
    'tls: { rejectUnauthorized: false }',
  ),
  session('read-only', '{ readOnly: true }', '{ readOnly: false }'),
  mark('case-of-a-mark', 'const written = address.toLowerCase();', 'const written = address;'),
  spf('two-spf-records', 'if (records.length > 1) {', 'if (records.length > 9) {'),
  spf('spf-alignment', '(spf.isAligned ?? isAligned(domain, fromDomain))\n', '(domain !== "")\n'),
  spf('strict-spf-alignment', 'spf.isAligned ?? isAligned(domain, fromDomain)', 'isAligned(domain, fromDomain)'),
  spf('domain-that-ends-alike', 'domain.endsWith(`.${fromDomain}`)', 'domain.endsWith(fromDomain)'),
  spf('spf-that-fails', "case 'pass':\n      return", "case 'softfail':\n    case 'pass':\n      return"),
  spf(
    'fault-is-not-none',
    "if (published.is === 'fault') return [refuse('gate-dns-fault', toFault(domain, published.text))];",
    '',
  ),
  dkim(
    'dkim-alignment',
    'signatures.filter((signature) => signature.isAligned ?? isAligned(signature.domain, fromDomain))',
    'signatures',
  ),
  dkim(
    'strict-dkim-alignment',
    'signature.isAligned ?? isAligned(signature.domain, fromDomain)',
    'isAligned(signature.domain, fromDomain)',
  ),
  dkim('partly-signed', "result === 'pass' && !isPartial)", "result === 'pass')"),
  dkim('dkim-passes', "result === 'pass' && !isPartial)", '!isPartial && result !== null)'),
  dkim('two-dkim-keys', 'if (isThere && published.texts.length === 1) return null;', 'if (isThere) return null;'),
  dmarc('two-dmarc-records', 'if (records.length > 1) {', 'if (records.length > 9) {'),
  dmarc('dmarc-passes', "case 'pass':\n      return judge", "case 'fail':\n    case 'pass':\n      return judge"),
  passage(
    'sender-of-the-envelope',
    'received.envelopeSender.toLowerCase() !== sent.envelopeSender.toLowerCase()',
    "received.envelopeSender === ''",
  ),
  passage(
    'sender-of-the-header',
    'if (received.from.toLowerCase() !== sent.from.toLowerCase())',
    "if (received.from === '')",
  ),
  passage('words-of-the-text', 'toWords(received.text) !== toWords(sent.text) || ', ''),
  passage('words-of-the-html', ' || toWords(received.html) !== toWords(sent.html)', ''),
  passage('links-of-the-text', '.filter((host) => !isAtOrBelow(host, domains))', '.slice(0, 0)'),
  mailboxes('reached-mailbox', 'const seen = new Set(reached);', 'const seen = new Set<string>();'),
  mailboxes('mailbox-within-reach', 'for (const { mailbox } of incident.intruder.reach) seen.add(mailbox);', ''),
  mailboxes('every-mailbox-within-reach', '!(isWide || seen.has(custodian))', '!seen.has(custodian)'),
  mailboxes('detail-behind-a-plus', ".replace(/\\+.*$/s, '')", ''),
  mailboxes('mailbox-of-the-answers', "['takes the answers', notice.reply, 'notice.reply'],", ''),
  mailboxes('mailbox-of-the-bounces', "['takes the bounces', notice.bounce, 'notice.bounce'],", ''),
  record('key-record-once', 'own.length !== 1 || ', ''),
  record('key-of-the-record', ' || read.some(isForeign)', ''),
  record('log-of-the-record', "tags.get('log') !== expected.origin ||", ''),
  record('fault-of-the-key-record', "if (published.is === 'fault')\n", 'if (published.is === null)\n'),
];
