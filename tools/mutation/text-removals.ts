import { type Removal, removeFrom } from './removal.ts';

const area = 'text';
const tests = 'core/test/notice/text';
const composing = `${tests}/compose-notice.test.ts`;
const code = removeFrom('code', 'core/src/notice/code/notice-code.ts', 'core/test/notice/code/notice-code.test.ts');
const number = removeFrom('code', 'core/src/notice/code/notice-code.ts', 'core/test/notice/code/notice-code.test.ts');
const compose = removeFrom(area, 'core/src/notice/text/compose-notice.ts', composing);
const checked = removeFrom(area, 'core/src/notice/text/checked-facts.ts', composing);
const byHand = removeFrom(area, 'core/src/notice/text/hand-texts.ts', composing);
const checks = removeFrom(area, 'core/src/notice/text/check-blocks.ts', composing);
const actions = removeFrom(area, 'core/src/notice/text/action-blocks.ts', composing);
const subject = removeFrom(area, 'core/src/notice/text/subject.ts', composing);
const affected = removeFrom(
  'affected',
  'core/src/notice/affected/affected-addresses.ts',
  'core/test/notice/affected/affected-addresses.test.ts',
);
const head = removeFrom(area, 'core/src/notice/text/head-blocks.ts', composing);
const details = removeFrom(area, 'core/src/notice/text/detail-blocks.ts', composing);
const figures = removeFrom(area, 'core/src/notice/text/figure-blocks.ts', composing);
const markup = removeFrom(area, 'core/src/base/markup.ts', composing, `${tests}/property.test.ts`);
const foreign = removeFrom(area, 'core/src/notice/text/foreign-text.ts', `${tests}/foreign-text.test.ts`);
const links = removeFrom(area, 'core/src/notice/text/link-hosts.ts', `${tests}/foreign-text.test.ts`);
const shown = removeFrom(area, 'core/src/notice/text/shown-domain.ts', `${tests}/foreign-text.test.ts`);
const writer = removeFrom(area, 'core/src/notice/text/writer.ts', composing);
const mailTests = 'core/test/notice/message/compose-mail.test.ts';
const mail = removeFrom('mail', 'core/src/notice/message/compose-mail.ts', mailTests);
const field = removeFrom('mail', 'core/src/notice/message/header-field.ts', mailTests);
const dkim = removeFrom('mail', 'core/src/notice/message/dkim-signature.ts', 'lab/test/notice/mail-signature.test.ts');

/** What a notice says, and what no foreign text may do in it (docs/formats/notice.md, code.md). */
export const textRemovals: readonly Removal[] = [
  code(
    'check-symbol',
    "if (!isChecked(form, values)) return toSlip('check-symbol', findSuspectGroups(form, values));",
    '',
  ),
  number('check-modulus-is-prime', 'modulus: 1021', 'modulus: 1023'),
  number('former-check-modulus', 'modulus: 37', 'modulus: 32'),
  code('former-code-is-read', 'return !isShortWithin(groups) && isChecked(FORMER_FORM, values)', 'return false'),
  code('first-symbol', "if ((values[0] ?? 0) > LARGEST_FIRST) return toSlip('first-symbol', [1]);", ''),
  compose('three-hundred-words', 'countWords(head) <= HEAD_LIMIT_WORDS || ', 'head.length > 0 || '),
  compose('update-is-three-lines', 'return toUpdateBlocks(writer);', 'return [];'),
  byHand('links-on-the-own-domain', 'if (!isAtOrBelow(host, [toALabels(domain)]))', "if (host === '')"),
  checked('page-on-the-own-domain', ' || !isAtOrBelow(host, [domain])', ''),
  byHand('hidden-character-by-hand', 'if (hidden !== null) reasons', "if (hidden === '') reasons"),
  checked('figures-add-up', 'if (accessed + presumed + partial + possible !== messages)', 'if (messages < 0)'),
  head(
    'fraud-first',
    "...toFraudWarning(writer),\n    ...toFigureBlocks(writer, room.has('rows') ? 'all' : 'verdicts'),",
    "...toFigureBlocks(writer, room.has('rows') ? 'all' : 'verdicts'),\n    ...toFraudWarning(writer),",
  ),
  subject('strongest-evidence', "['accessed', 'presumed', 'partial',", "['presumed', 'accessed', 'partial',"),
  actions(
    'articles-where-they-hold',
    "jurisdiction === undefined || jurisdiction === 'other'",
    'jurisdiction === undefined',
  ),
  affected('withheld-is-not-listed', '!isWithheld && ', ''),
  affected('quiet-is-not-listed', '!isQuiet && ', ''),
  affected('blind-is-not-listed', " && standing === 'visible'", ''),
  affected('plain-addresses-only', ' && PLAIN_ADDRESS.test(address)', ''),
  affected('usual-lengths-only', 'address.length <= LONGEST_SHOWN && ', ''),
  checks('check-by-dns', 'literals: [`dig TXT _candor.${domain}`, `key=${facts.keyFingerprint}`],', ''),
  head('says-what-is-not-known', '...(mailboxes > 0 ? [writer.count(phrases.unknownGaps, mailboxes)] : []),', ''),
  details('gaps-by-kind', '...toGaps(writer),', ''),
  figures('bulk-is-said', '...toRow(phrases.bulk, figures.bulk, compared?.bulk),', ''),
  figures('held-is-said', '...toRow(phrases.held, figures.held, compared?.held),', ''),
  figures(
    'what-was-said-before',
    "if (before === undefined || before === now) return '';",
    "if (before !== null) return '';",
  ),
  markup('html-is-escaped', 'return /[&<>"\']/.test(text) ? ', 'return text === "&" ? '),
  foreign('hidden-characters', ".replace(ALL_HIDDEN, ' ')", ''),
  foreign('length-of-names', 'characters.length <= limits.characters && ', ''),
  links('bare-domains', "if (labels.length > 1 && TOP_LEVEL.test(labels.at(-1) ?? ''))", 'if (labels.length > 99)'),
  links('user-name-before-a-host', ".slice(authority.lastIndexOf('@') + 1)", ''),
  links('schemes-without-slashes', "for (const _ of plain.matchAll(BARE_SCHEME)) hosts.add('?');", ''),
  shown('look-alike-domains', 'return isSafe &&\n', 'return letters !== "" &&\n'),
  writer(
    'name-that-leads-elsewhere',
    'listLinkHosts(shown).every((host) => isAtOrBelow(host, domains))',
    "shown !== '.'",
  ),
  mail('address-of-the-envelope', 'address === undefined || address !== written', 'address === undefined'),
  mail('name-is-cleaned', 'return toShownText(name, NAME_LIMITS);', 'return name;'),
  mail('message-id-is-one', 'if (!MESSAGE_ID.test(content.messageId))', "if (content.messageId === '')"),
  field('no-line-end-in-a-subject', 'if (PRINTABLE.test(text) && ', 'if (text !== "" && '),
  dkim('oversigning', 'const names = [...once, ...SIGNED_TWICE];', 'const names = [...once];'),
  dkim('recipient-is-signed', "['from', 'to', 'subject',", "['from', 'subject',"),
  dkim('reply-to-is-signed', "'date', 'reply-to', 'message-id'", "'date', 'message-id'"),
];
