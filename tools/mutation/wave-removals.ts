import { type Removal, removeFrom } from './removal.ts';

const area = 'wave';
const tests = 'core/test/notice/wave/draft-wave.test.ts';
const draft = removeFrom(area, 'core/src/notice/wave/draft-wave.ts', tests);
const difference = removeFrom(area, 'core/src/notice/wave/figure-difference.ts', tests);
const telling = removeFrom(area, 'core/src/notice/wave/draft-wave.ts', tests);
const tree = removeFrom(area, 'core/src/notice/wave/wave-tree.ts', 'core/test/notice/wave/wave-tree.test.ts');
const record = removeFrom(area, 'core/src/notice/wave/notice-record.ts', 'core/test/notice/wave/wave-tree.test.ts');
const plan = removeFrom(area, 'lab/src/notice/wave/plan-wave.ts', 'lab/test/notice/waves.slow.test.ts');
const told = removeFrom(area, 'lab/src/notice/store/wave-store.ts', 'lab/test/notice/waves.slow.test.ts');
const ladderTests = 'core/test/notice/contact/ladder.test.ts';
const ladder = removeFrom('ladder', 'core/src/notice/contact/ladder.ts', ladderTests);
const chosen = removeFrom('ladder', 'core/src/notice/contact/choose-contacts.ts', ladderTests);
const hold = removeFrom('ladder', 'core/src/notice/contact/hold.ts', ladderTests);
const securityTxt = removeFrom(
  'ladder',
  'core/src/notice/contact/read-security-txt.ts',
  'core/test/notice/contact/read-security-txt.test.ts',
);

/** Who is told what, once (docs/formats/wave.md). */
export const waveRemovals: readonly Removal[] = [
  {
    ...plan('perhaps-the-intruder', 'settings.only === null && sources.traced.has(party)', 'party === ""'),
    tests: ['lab/test/notice/perhaps-intruder.more.test.ts'],
  },
  {
    ...plan('moved-addresses', 'unnamed === null && sources.moved.has(party)', 'party === ""'),
    tests: ['lab/test/notice/moved-mail.more.test.ts'],
  },
  draft('list-that-was-told', "if (now.kind === 'list') continue;", ''),
  telling('lists-never', "if (kind === 'list') return false;", ''),
  telling('policy-tell', "tell === 'undetermined' && figures", 'figures'),
  telling('undetermined-where-the-intruder-was', ' && isUndeterminedReached', ''),
  telling('possible-or-stronger', 'if (figures.messages > 0) return true;', 'if (figures.accessed > 0) return true;'),
  draft(
    'correction-is-no-supplement',
    "difference === 'less' || !isTold ? 'correction' : 'supplement'",
    "'supplement'",
  ),
  draft(
    'party-that-fell',
    "difference === 'less' || (difference === 'more' && isTold)",
    "isTold && difference !== 'none'",
  ),
  draft('policy-makes-nothing-less-true', "(difference === 'more' && isTold)", "difference === 'more'"),
  draft(
    'party-in-no-evidence',
    'if (!present.has(party)) take(gone(telling), telling, lastGiven.get(party) ?? null);',
    'void [party, telling, gone];',
  ),
  draft('contact-given-after-a-guess', '|| isNews', ''),
  draft(
    'given-contacts-compare-with-their-own',
    'return findNeed(now, given, order);',
    'return findNeed(now, told, order);',
  ),
  draft('newest-telling', 'return a.notice > b.notice;', 'return a.notice < b.notice;'),
  draft('merged-parties', 'const ids = [...new Set([now.party, ...now.mergedIds])];', 'const ids = [now.party];'),
  draft('secrets-first', '(isInWave ? null : ', '(isInWave || order.wave === "secrets-metadata" ? null : '),
  draft('corrections-alone', '(isInWave ? null : ', '(isInWave || order.wave === "correction" ? null : '),
  draft('content-is-no-first-notice', " && order.wave !== 'content';", ';'),
  draft('reason-not-to-write', 'order.toLeaveOut(now.party) ?? ', ''),
  draft(
    'promised-day',
    'told.nextUpdate !== null && told.nextUpdate < order.at + daySeconds',
    'told.nextUpdate !== null',
  ),
  draft('update-without-a-promise', 'told.nextUpdate !== null && told.nextUpdate <', '(told.nextUpdate ?? 0) <'),
  draft('update-in-its-wave', "order.wave !== 'update' || !isPromised", '!isPromised'),
  draft('content-once', 'isTold && told.readableFrom !== order.readableFrom', 'isTold'),
  difference('days', 'Math.floor(instant / DAY_SECONDS)', 'instant'),
  difference('risen-verdict-is-more', '    accessed + presumed,\n', '    presumed,\n'),
  difference('strongest-verdict', '    accessed,\n', ''),
  difference('undetermined-counts', ' + undetermined,', ','),
  difference('secrets-count', '    figures.secrets ?? 0,\n', ''),
  difference('fraud-counts', '    figures.intruderSent,\n', ''),
  difference('addresses-count', '    figures.affectedAddresses,\n', ''),
  difference('mailboxes-count', '    figures.custodians,\n', ''),
  difference('narrower-span-is-less', "if (isSpanNarrower(told, now)) return 'less';", ''),
  difference('bulk-is-said', 'told.bulk === now.bulk &&', ''),
  difference('held-is-said', 'told.held === now.held &&', ''),
  difference('secrets-that-were-looked-for', 'told.secrets === now.secrets &&', ''),
  plan(
    'delay-and-do-not-contact',
    "if (hold !== null) return hold.kind === 'delay' ? 'delayed' : 'do-not-contact';",
    '',
  ),
  plan('drafted-once', "if (ids.some((id) => sources.drafted.has(id))) return 'drafted';", ''),
  told('misdirected-is-not-told', '.filter((notice) => !toldNobody(notice))', ''),
  tree('place-of-its-own', ' || level.has(position)', ''),
  tree('filler-is-no-leaf', 'const FILLER = 0x02;', 'const FILLER = 0x00;'),
  tree('node-is-no-leaf', 'const NODE = 0x01;', 'const NODE = 0x00;'),
  tree(
    'filler-is-salted',
    '[FILLER, height, index >> 8, index & 255], salt)',
    '[FILLER, height, index >> 8, index & 255])',
  ),
  record('record-is-salted', 'input.set(salt);', ''),
  ladder(
    'rung-order',
    "take('curated', sources.curated),\n    take('directory', sources.imported),",
    "take('directory', sources.imported),\n    take('curated', sources.curated),",
  ),
  ladder('best-rung-only', '!used.has(address.address.toLowerCase()) && ', ''),
  ladder('do-not-contact', "if (doNotContact.has(lower)) return 'do-not-contact';", ''),
  ladder('withdrawn-contact', "if (withdrawn.has(lower)) return 'withdrawn';", ''),
  ladder(
    'not-through-the-organization',
    '.some((own) => domain === own || domain.endsWith(`.${own}`))',
    '.includes("")',
  ),
  ladder('not-below-the-organization', ' || domain.endsWith(`.${own}`)', ''),
  ladder(
    'nobody-reads-it',
    "return unread.test(local) ? 'nobody-reads-it' : null;",
    'return local === "" ? null : null;',
  ),
  ladder(
    'person-at-the-exact-address',
    "sources.kind === 'person' ? [take('own-address', toOwn(sources))] : toSteps(sources, take)",
    "sources.kind === 'person' ? [take('own-address', toOwn(sources)), ...toSteps(sources, take)] : toSteps(sources, take)",
  ),
  chosen('next-rung-on-bounce', '?.bounced === true', '?.bounced === null'),
  chosen('roles-one-after-the-other', "rung === 'roles' ? wanted.slice(0, 1) : wanted", 'wanted'),
  chosen(
    'given-before-guessed',
    'isGuessDue ? findNextGuessed(ladder, isFresh) : []',
    'findNextGuessed(ladder, isFresh)',
  ),
  chosen('bounce-after-acceptance', 'if (known.bounced) known.reached = false;', ''),
  chosen(
    'held-back-is-not-tried',
    "if (state === 'inhibited') continue;",
    "if (state === 'inhibited') states.set(address.toLowerCase(), { reached: false, bounced: true });",
  ),
  chosen('answered', 'if (history.some(({ answered }) => answered)) return none;', ''),
  chosen('silence', ' || delivery.at + silence > at', ''),
  chosen('no-reminder-while-uncertain', "delivery.state !== 'accepted' || ", ''),
  hold('hold-until-its-end', ' && (hold.until === null || hold.until > at)', ''),
  hold('hold-that-was-ended', 'hold.endedAt === null && ', ''),
  hold('hold-of-everybody', '(hold.party === null || ids.includes(hold.party))', 'ids.includes(hold.party ?? "")'),
  hold('alert-before-a-delay-ends', 'until <= at + DELAY_ALERT_SECONDS', 'until <= at'),
  securityTxt('no-words-into-our-mail', ".replace(/\\?.*$/s, '')", ''),
  securityTxt('signature-is-no-contact', "if (line.startsWith('-----BEGIN PGP SIGNATURE')) break;", ''),
];
