import { type Removal, removeFrom } from './removal.ts';

const area = 'delivery';
const machine = removeFrom(
  area,
  'core/src/notice/delivery/advance-delivery.ts',
  'core/test/notice/delivery/advance-delivery.test.ts',
);
const backOff = removeFrom(
  area,
  'core/src/notice/delivery/advance-delivery.ts',
  'core/test/notice/delivery/advance-delivery.test.ts',
);
const sendTests = 'lab/test/notice/sender/send-deliveries.test.ts';
const claim = (words: string) => removeFrom(area, 'lab/src/notice/sender/claim-deliveries.ts', `${sendTests}#${words}`);
const mark = removeFrom(
  area,
  'lab/src/notice/sender/claim-deliveries.ts',
  'lab/test/notice/sender/send-notices.slow.test.ts',
);
const hostile = removeFrom(
  area,
  'lab/src/notice/sender/claim-deliveries.ts',
  'lab/test/notice/sender/hostile-addresses.test.ts',
);
const send = (words: string) => removeFrom(area, 'lab/src/notice/sender/send-deliveries.ts', `${sendTests}#${words}`);
const still = (words: string) => removeFrom(area, 'lab/src/notice/sender/send-deliveries.ts', `${sendTests}#${words}`);
const book = (words: string) => removeFrom(area, 'lab/src/notice/store/delivery-book.ts', `${sendTests}#${words}`);
const expiry = (words: string) => removeFrom(area, 'lab/src/notice/sender/expire-claims.ts', `${sendTests}#${words}`);
const holds = (words: string) => removeFrom(area, 'lab/src/notice/sender/holds.ts', `${sendTests}#${words}`);
const known = removeFrom(area, 'lab/src/notice/sender/holds.ts', 'lab/test/notice/sender/holds.slow.test.ts');
const letters = removeFrom(
  area,
  'lab/src/commands/notice/record-postings.ts',
  'lab/test/notice/posted-letters.slow.test.ts',
);
const command = removeFrom(
  area,
  'lab/src/commands/notice/send-notices.ts',
  'lab/test/notice/sender/send-refusals.test.ts',
);
const restored = removeFrom(
  area,
  'lab/src/notice/sender/restored-store.ts',
  'lab/test/notice/sender/restored-store.test.ts',
);
const gate = removeFrom(area, 'lab/src/notice/gate-result.ts', 'lab/test/notice/gate/gate-store.test.ts');
const smtp = removeFrom(area, 'lab/src/adapters/smtp.ts', 'lab/test/adapters/smtp.slow.test.ts');

/** At most one accepted copy, and nothing that may not leave (docs/formats/delivery.md). */
export const deliveryRemovals: readonly Removal[] = [
  machine(
    'silence-after-the-dot',
    "return delivery.state === 'data' ? move(delivery, { state: 'uncertain', reason: event.reason }) : wrong;",
    'return fail(delivery, event.reason, event.at);',
  ),
  machine(
    'sender-gone-after-the-dot',
    "return move(delivery, { state: 'uncertain', reason: 'the sender stopped before it knew the reply' });",
    'return move(delivery, release(delivery));',
  ),
  machine(
    'odd-reply-after-the-dot',
    "if (reply.code >= 300) return move(delivery, { state: 'uncertain', reason: `out of place: ${reason}` });",
    '',
  ),
  machine(
    'no-acceptance-before-the-dot',
    "if (stage === 'before-dot') return fail(delivery, `out of place: ${reason}`, at);",
    "if (stage === 'before-dot') return move(delivery, { state: 'accepted' });",
  ),
  machine('no-acceptance-without-a-mark', "if (delivery.state !== 'data') return wrong;\n  if", 'if'),
  machine(
    'uncertain-is-claimed-by-nobody',
    "return delivery.state === 'approved' || delivery.state === 'deferred';",
    "return delivery.state === 'approved' || delivery.state === 'deferred' || (delivery.state as string) === 'uncertain';",
  ),
  machine(
    'late-4xx-is-no-new-try',
    "return reply.code < 300 ? move(delivery, { state: 'accepted' }) : wrong;",
    "return move(delivery, { state: reply.code < 300 ? 'accepted' : 'approved' });",
  ),
  machine('fence', "'fence' in event && event.fence !== delivery.fence", 'event.event === null'),
  machine('fence-rises', 'fence: delivery.fence + 1', 'fence: delivery.fence'),
  machine('lease', '!isSenderGone && !isLeaseOver(delivery.claim.leaseUntil, at)', 'delivery.claim.leaseUntil < 0'),
  machine('lease-after-the-mark', 'event.at, DATA_LEASE_SECONDS', 'event.at, INTENT_LEASE_SECONDS - 300'),
  machine('wait-before-the-next-try', "delivery.state === 'deferred' && !isDue(delivery.nextAt, at)", 'at < 0'),
  machine(
    'forgotten-attempt',
    'if (isFinal(delivery) || event.attempt <= delivery.attempts) return wrong;',
    'if (event.attempt > 0) return wrong;',
  ),
  machine('forgotten-attempt-of-a-settled-one', 'isFinal(delivery) || event.attempt', 'event.attempt'),
  machine('people-settle-the-uncertain-alone', "if (delivery.state !== 'uncertain') return wrong;", ''),
  machine(
    'a-hold-is-no-approval',
    "return delivery.state === 'inhibited' ? move(delivery, release(delivery)) : wrong;",
    'return move(delivery, release(delivery));',
  ),
  machine(
    'a-report-waits-for-the-sender',
    "if (delivery.state !== 'accepted' && delivery.state !== 'uncertain') return wrong;",
    '',
  ),
  machine(
    'bounce-after-acceptance',
    "delivery.state !== 'accepted' && delivery.state !== 'uncertain'",
    "delivery.state !== 'uncertain'",
  ),
  backOff('patience-is-not-a-clock', 'failures >= LEAST_FAILURES && ', ''),
  backOff('patience-ends', 'failures >= LEAST_FAILURES && failing >= PATIENCE_SECONDS', 'failures < 0'),
  backOff('due-after-a-clock-was-set-back', ' || nextAt > at + MOST_WAIT_SECONDS', ''),
  backOff(
    'lease-after-a-clock-was-set-back',
    ' || leaseUntil > at + Math.max(INTENT_LEASE_SECONDS, DATA_LEASE_SECONDS)',
    '',
  ),
  claim('withdrawn notice')(
    'withdrawn',
    "if (candidate.noticeState === 'withdrawn') return inhibit('the notice was withdrawn');",
    '',
  ),
  claim('records after')('hold', 'if (held !== null) return inhibit(held);', ''),
  hostile(
    'hostile-address',
    "if (address === null) return inhibit('the contact is no address that mail may be sent to');",
    'if (address === null) return null;',
  ),
  claim('withdrawn notice')('bytes-that-were-approved', '!== row.sha256', "=== ''"),
  claim('to one domain')(
    'limit-per-destination',
    '(destinations.get(destination) ?? 0) >= options.perDestination',
    'options.perDestination < 0',
  ),
  claim('another sender has on its way')(
    'limit-over-all-senders',
    'await countDestinations(options.store)',
    'new Map<string, number>()',
  ),
  claim('approved for')(
    'address-that-was-approved',
    "if (!isAddressedTo(row.message, address.address)) return inhibit('the message was approved for another address');",
    '',
  ),
  mark('mark-of-the-delivery', 'toEnvelopeSender(bounce, row.token);', "toEnvelopeSender(bounce, 'a'.repeat(24));"),
  send('between claim and message')(
    'asked-again-before-the-dot',
    'if (!(await isStillSendable(store, id, now()))) return;',
    '',
  ),
  send('does not keep the mark')(
    'mark-is-durable',
    'await book.run(true, async () => {\n        // A pause',
    'await book.run(false, async () => {\n        // A pause',
  ),
  send('past its lease')(
    'no-mark-no-dot',
    "isMarked = (await book.apply(id, { event: 'data', fence, at: now() })).is === 'written';",
    "await book.apply(id, { event: 'data', fence, at: now() });\n        isMarked = true;",
  ),
  still('a withdrawal between')(
    'withdrawn-since-the-claim',
    "row.noticeState === 'withdrawn'",
    "row.noticeState === 'none'",
  ),
  still('is paused between')(
    'paused-since-the-claim',
    'if (!SENDABLE_STATES.some((state) => state === row.waveState)) return false;',
    '',
  ),
  still('is recorded between')(
    'hold-since-the-claim',
    'return (await holds.find(row.party, row.contact)) === null;',
    'return true;',
  ),
  book('in the journal')('mark-in-the-journal', 'this.#options.journal?.(this.#marked);', ''),
  book('kept beside the delivery')(
    'late-reply-is-kept',
    "if (event.event === 'reply')\n",
    'if (event.event === null)\n',
  ),
  expiry('records after')('a-hold-that-goes-on', 'if ((await holds.find(party, contact)) !== null) continue;', ''),
  expiry('records after')('withdrawn-is-not-let-go', "|| noticeState === 'withdrawn'", ''),
  expiry('withdrawn notice')('altered-bytes-are-not-let-go', '!isOfHold(reason)', 'reason === null'),
  holds('is over')('hold-that-is-over', 'until === null || until > at', 'until !== 0'),
  holds('records after')(
    'hold-without-regard-to-case',
    'contact: row.contact?.toLowerCase() ?? null',
    'contact: row.contact',
  ),
  holds('is recorded between')(
    'hold-of-everybody',
    'row.party === null || row.party === party)',
    'row.party === party)',
  ),
  holds('has merged')(
    'hold-of-a-merged-party',
    'now.some((heir) => ofHold(row.id, row.party, row.held).has(heir))',
    'now.length < 0',
  ),
  known('holds-as-parties-are-now', 'if (known?.standing === standing) return known;', 'if (known) return known;'),
  letters('letters-of-a-proved-wave', 'await assertApproved({', 'if (at < 0) await assertApproved({'),
  letters('letters-to-a-held-party', 'await assertNotHeld(store,', 'if (at < 0) await assertNotHeld(store,'),
  letters('letters-before-the-approval', 'if (latest < approvedAt)', 'if (latest < 0)'),
  command('gate-before-sending', 'await requireGate(state.store, settings, fingerprint, now());', ''),
  command('proved-before-sending', 'await findSendableWaves(checks, options.waves)', '[1, ...(options.waves ?? [])]'),
  restored('attempt-that-the-store-forgot', 'attempt !== undefined && attempt > attempts', 'attempt === -1'),
  restored('deliveries-that-the-store-never-had', 'if (unknown.size > 0) {', 'if (unknown.size < 0) {'),
  gate('gate-passed', 'if (!newest.result.isPassed)', 'if (newest.result.at < 0)'),
  gate('gate-of-these-settings', 'if (newest.settingsDigest !== settingsDigest)', "if (settingsDigest === '')"),
  gate('gate-is-fresh', 'Math.abs(at - newest.result.at) > GATE_FRESH_SECONDS', 'at < 0'),
  gate('gate-and-a-clock-set-back', 'Math.abs(at - newest.result.at)', '(at - newest.result.at)'),
  gate('gate-of-this-key', 'telephone, fingerprint }', 'telephone }'),
  gate('gate-of-this-relay', 'host: relay.host, port: relay.port, ', ''),
  gate('gate-of-this-sender', '...{ page, from, reply, bounce,', '...{ page, reply,'),
  smtp('tls-where-it-is-required', "requireTLS: relay.tls === 'required' && !isImplicit", 'requireTLS: false'),
  smtp('tls-where-it-is-offered', "ignoreTLS: relay.tls === 'none'", 'ignoreTLS: true'),
  smtp('no-password-without-tls', "if (!connection.secure && relay.tls !== 'none')", "if (relay.name === '')"),
];
