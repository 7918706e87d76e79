import { assertNever, formatAmount, formatDay, formatTime } from '@candor/core/base';
import type { ComparedNotice, IssuedNotice, IssuedText, NoticeAnswer } from '@candor/core/verify';
import type { Change, ChangedLine, HarmlessNote, PartState, RewrittenPart } from '@candor/core/verify/compare';
import type { Verification } from '../../../commands/notice/verify-notice.ts';
import { type Screen, toColumns, toVisible } from './screen.ts';
import { showAddresses, showFound } from './show-issued-lists.ts';

const shownChanges = 20;

/** The answer in words, what it rests on, and what it does not prove. */
export function showVerification(screen: Screen, verification: Verification): void {
  const { answer, description, domain } = verification;
  const { organization } = description;
  // Only of a code that was issued to another domain is the typed one said.
  const issuedTo = 'notice' in answer ? answer.notice.issuedTo.value : domain;
  screen.line(toHeadline(screen, answer, toVisible(organization), toVisible(issuedTo)));
  screen.line(toLead(answer, verification));
  if ('changes' in answer) showChanges(screen, answer.changes);
  if ('compared' in answer) showCompared(screen, answer.compared);
  if ('compared' in answer) showParts(screen, answer.compared);
  if ('notice' in answer) showChecks(screen, answer, verification);
  if ('issued' in answer && answer.issued !== null && answer.kind !== 'genuine') showIssued(screen, answer.issued);
  if ('issued' in answer && answer.issued !== null) {
    showAddresses(screen, answer.issued);
    showFound(screen, answer.issued, toVisible(organization));
  }
  showOutside(screen, verification);
}

const REWRITTEN: Readonly<Record<RewrittenPart, string>> = {
  layout: 'Rewritten on the way: the words are the issued ones. Act on the issued text below.',
  form: 'Another form: the words are the issued ones, but a part is missing, quoted or saved as text.',
  outlook: 'The words, sender and recipients are the issued ones; Outlook rewrote the form.',
  'outlook-part':
    'Outlook file, compared in part: not everything that Outlook shows of it could be compared. Act on the issued text below.',
  list: 'Sent on by your own mailing list under its name: the words are the issued ones.',
  header: 'Header changed on the way: text and layout are as issued, and a mail system added to the header.',
};

const STATES: Readonly<Record<PartState, string>> = {
  issued: 'as issued',
  rewritten: 'rewritten on the way',
  missing: 'missing from this copy',
  'not-compared': 'not compared: this copy does not show it',
  partial: 'part of it, unchanged',
  replaced: 'the issued words; a gateway replaced links, and where they lead cannot be read',
  added: 'as issued, with something added',
  ambiguous: 'mail programs may read it differently',
  changed: 'not as issued',
};

function toHeadline(screen: Screen, answer: NoticeAnswer, organization: string, domain: string): string {
  switch (answer.kind) {
    case 'genuine':
      return screen.bold(`Genuine: ${organization} issued this notice to ${domain}, and its text is unchanged.`);
    case 'rewritten':
      return screen.warn(REWRITTEN[answer.compared.rewritten?.value ?? 'layout']);
    case 'replaced':
      return screen.warn('Links replaced: the words are the issued ones. Use the issued text below, not a link.');
    case 'partial':
      return screen.warn(toPartial(answer.compared));
    case 'ambiguous':
      return screen.warn(
        'Ambiguous: mail programs may take this mail apart in different ways. Read the issued text below.',
      );
    case 'words-alone':
      return screen.warn('Words compared: they are the issued ones. Sender and links were not compared.');
    case 'inside':
      return screen.strong('Inside another message: somebody else sent it. Only the issued text below is theirs.');
    case 'not-the-notice':
      return screen.warn('Another message: this file is not the notice.');
    case 'added':
      return screen.warn('Unchanged, with words added: the issued text is whole, but somebody added to it.');
    case 'superseded':
      return screen.warn(`Replaced: a later notice of ${formatDay(answer.at)} replaced it; this one no longer holds.`);
    case 'incomplete':
      if (answer.missing.every((proof) => proof === 'recent'))
        return screen.warn(
          'Unchanged, its validity unknown: the text is the issued one, but the files of the site are old.',
        );
      return screen.warn('Unchanged, not fully proved: the text is the issued one, but part of the proof is missing.');
    case 'issued':
    case 'unreadable':
      return screen.warn(`Issued to ${domain}; the text was not compared.`);
    case 'changed':
      if (!answer.compared.isActedOn)
        return screen.warn('Not as sent: the words are the issued ones, but the message is not. Open no attachment.');
      return screen.strong('Changed: this is not what was issued. Do not act on it.');
    case 'withdrawn':
      return screen.strong(`Withdrawn: ${organization} withdrew this notice on ${formatDay(answer.at)}.`);
    case 'other-domain':
      return screen.strong(`Issued to somebody else: this code was not issued to ${domain}.`);
    case 'address-asked':
      return screen.warn('Issued to one person: the address decides, and none was given.');
    case 'unknown':
      return screen.strong(`Unknown code: the answer files of ${organization} hold no notice with it.`);
    case 'unproved':
      return screen.strong('The proof does not hold: do not act on the notice.');
    default:
      return assertNever(answer);
  }
}

function toLead(answer: NoticeAnswer, { description, dns }: Verification): string {
  switch (answer.kind) {
    case 'unknown':
      return `No notice has it in the answer files of ${formatTime(description.built)}. Compare the code with the message; if it is the same, the message is not theirs.`;
    case 'other-domain':
      return answer.asked === 'address'
        ? 'It is valid for the one address that it was sent to. Check --address; if it is right, somebody sent you the notice of somebody else.'
        : 'A notice is valid for one domain. Check --domain; if it is right, somebody sent you the notice of somebody else.';
    case 'address-asked':
      return 'A notice to a person is valid for one address, not for a domain. Say with --address which address it was sent to.';
    case 'withdrawn':
      return answer.isMisdirected
        ? 'It was sent by mistake and concerns somebody else. Delete it.'
        : 'What it says does not hold, whatever the text of this copy.';
    case 'unproved':
      return 'A signature, a proof or the key is wrong: a fault of theirs, or somebody changed files of the site. Call them at a number you know.';
    case 'unreadable':
      return `The file was not compared: ${answer.why}. Save the message again as .eml.`;
    case 'incomplete':
      if (answer.missing.every((proof) => proof === 'recent'))
        return 'Whether it still holds does not stand in files of so long ago: call them at a number you know before you act on it.';
      if (answer.missing.includes('former-key'))
        return `It was approved by the operators before today's, whose fingerprint is ${answer.notice.proof.fingerprint}. Compare that with the notice, and ask them to confirm it.`;
      if (answer.missing.includes('domain')) return toAskedAgain(answer.notice.issuedTo.value);
      if (!answer.missing.includes('key'))
        return 'Try again in an hour; until then ask DNS or call before you act on it.';
      return dns === null
        ? 'Nobody vouched for the key: name a resolver with --resolver, or give the fingerprint that DNS shows with --key.'
        : `DNS does not vouch for the key (${dns.is}): give the fingerprint that you know from elsewhere with --key.`;
    case 'inside':
      // Both are inert already, as all that the comparison gives of a received message.
      return `Its sender is ${answer.outer.from}, its subject "${answer.outer.subject}".`;
    default:
      return 'notice' in answer ? `Issued ${formatTime(answer.notice.issued)}.` : '';
  }
}

/** What the sender of a message wrote into it confirms nothing: the reader says who received it. */
function toAskedAgain(issuedTo: string): string {
  return issuedTo.includes('@')
    ? 'The address was taken from the message. Say with --address which address received it: a notice is valid for that one only.'
    : 'The domain was taken from the message. Say with --domain which domain received it: a notice is valid for that one only.';
}

function showChanges(screen: Screen, changes: readonly Change[]): void {
  screen.line();
  screen.line(screen.bold(formatAmount(changes.length, 'difference')));
  for (const { place, nature, issued, received } of changes.slice(0, shownChanges)) {
    screen.line(`  ${nature} (${place})`);
    screen.line(`    as issued  ${toText(issued)}`);
    screen.line(`    this copy  ${toText(received)}`);
  }
  if (changes.length > shownChanges) screen.line(`  and ${changes.length - shownChanges} more`);
}

function toText(line: ChangedLine | null): string {
  if (line === null) return '–';
  const words = line.pieces.map(({ text, isChanged }) => (isChanged ? `»${text}«` : text)).join('');
  return `${line.number === null ? '' : `${line.number}: `}${words.trim()}`;
}

function showCompared(screen: Screen, { additions, notes }: ComparedNotice): void {
  for (const { where, place, lines, lineCount } of additions) {
    screen.line();
    screen.line(`${formatAmount(lineCount, 'line')} ${where} the issued text (${place}), not of theirs:`);
    for (const line of lines) screen.line(`  | ${line}`);
  }
  for (const note of notes) if (note.kind === 'outlook') showOutlook(screen, note);
  const named = [...new Set(notes.filter(({ kind }) => kind !== 'outlook').map(nameNote))];
  if (named.length > 0) screen.line(screen.dim(`Also seen: ${named.join(', ')}`));
}

function showOutlook(screen: Screen, { compared, notCompared }: Extract<HarmlessNote, { kind: 'outlook' }>): void {
  screen.line(screen.dim(`Compared in the Outlook file: ${compared.join(', ')}`));
  if (notCompared.length > 0) screen.line(`Not compared in the Outlook file: ${notCompared.join(', ')}`);
}

function nameNote(note: HarmlessNote): string {
  // Each detail is inert already.
  const { kind, ...details } = note;
  const named = Object.values(details).join(': ');
  return named === '' ? kind : `${kind} (${named})`;
}

function toPartial({ notes }: ComparedNotice): string {
  const lines = notes.flatMap((note) => (note.kind === 'partial' ? [note.lines] : []))[0] ?? 0;
  const unchanged = lines === 1 ? 'issued line in it is' : `${lines} issued lines in it are`;
  return `Part of the notice: the ${unchanged} unchanged. Sender and links were not compared.`;
}

/** Every part with its state: the headline is the worst of them. */
function showParts(screen: Screen, { parts }: ComparedNotice): void {
  screen.line();
  for (const line of toColumns(parts.map(({ part, state }) => [part, STATES[state]]))) screen.line(`  ${line}`);
}

/** The issued text beside the received one: one is read, the other judged. */
function showIssued(screen: Screen, { subject, text }: IssuedText): void {
  screen.line();
  screen.line(screen.bold('The text as issued'));
  for (const line of `${subject}\n\n${text}`.trimEnd().split('\n')) screen.line(`  | ${toVisible(line)}`);
}

function showChecks(
  screen: Screen,
  { kind, notice }: Extract<NoticeAnswer, { readonly notice: IssuedNotice }>,
  verification: Verification,
): void {
  const { issued, issuedTo, entry, proof } = notice;
  const isInForce = kind !== 'withdrawn' && notice.supersededAt === null;
  const asOf = formatTime(notice.asOf ?? verification.description.built);
  const size = proof.checkpoint === null ? '' : ` of ${proof.checkpoint.size}`;
  const bound = issuedTo.value.includes('@') ? 'address' : 'domain';
  const rows = [
    ['code', `${verification.code}, issued ${formatTime(issued)}`],
    [
      bound,
      `${issuedTo.value}${verification.isDomainFromMessage ? ` (as the message says; --${bound} names your own)` : ''}`,
    ],
    ['approvals', `${proof.approvals}${proof.approvers === null ? '' : `: ${proof.approvers.value.join(', ')}`}`],
    ['log', `${proof.log}: entry ${entry}${size}`],
    ['key', proof.fingerprint ?? 'missing'],
    ['counted', toCounted(proof.countedAt)],
    ['valid', isInForce ? toValid(notice.isRecent, asOf) : ''],
  ];
  screen.line();
  for (const line of toColumns(rows.filter(([, fact]) => fact !== ''))) screen.line(`  ${toVisible(line)}`);
}

/** The set of parties counts all who are notified. That nobody is missing is for an audit. */
function toCounted(version: number | null): string {
  return version === null
    ? 'not part of this notice'
    : `you are one of the parties counted at exposure ${version}; only an audit with the evidence shows that nobody is missing`;
}

/** Old files of a site know nothing of what was withdrawn since. */
function toValid(isRecent: boolean, asOf: string): string {
  return isRecent
    ? `not replaced nor withdrawn, as of ${asOf}`
    : `not known: what was withdrawn since ${asOf} is not in the files`;
}

/** What the site cannot say about itself. */
function showOutside(screen: Screen, { dns, dkim, description }: Verification): void {
  if (dns !== null) {
    const found = dns.is === 'key' ? `${dns.fingerprints.join(', ')}${dns.isAuthentic ? ', DNSSEC' : ''}` : dns.is;
    screen.line(`  DNS   _candor.${toVisible(`${description.domain}: ${found}`)}`);
  }
  if (dkim === null) {
    screen.line(screen.dim('  DKIM was not checked: --resolver names who to ask.'));
    return;
  }
  const results = dkim.map(({ domain, result }) => `${result} (${domain})`).join(', ');
  screen.line(`  DKIM  ${toVisible(results === '' ? 'no signature' : results)}`);
}
