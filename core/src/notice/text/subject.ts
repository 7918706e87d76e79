import type { NoticeFacts } from './notice-facts.ts';
import { formatDates, formatShortDate } from './numerals.ts';
import type { Writer } from './writer.ts';

/** Says the worst that is known in one line, with its number and the time: that is all that most people see of a notice. */
export function toSubject(writer: Writer): string {
  const { facts, phrases, organization } = writer;
  const { subject, numerals } = phrases;
  const { start, contained } = facts.window;
  const days = formatDates(numerals, start, contained, 'short');
  const window = days === null ? formatShortDate(numerals, start) : writer.write(subject.window, { ...days });
  if (facts.kind === 'update') {
    const previous = formatShortDate(numerals, facts.previous?.issued ?? start);
    return writer.write(subject.update, { organization, previous });
  }
  if (facts.kind === 'announcement')
    return writer.write(writer.address(phrases.announcement.subject), { organization });
  const worst = findWorst(facts);
  const text =
    worst === null
      ? writer.write(facts.isGone === true ? subject.gone : subject.none, { organization, window })
      : writer.count(subject[worst.is], worst.n, { organization, window });
  const kinds = facts.reminds === undefined ? [facts.kind] : [facts.kind, facts.reminds.kind];
  return kinds.map((kind) => (kind === 'first' ? '' : subject[kind])).join('') + text;
}

/** What the subject counts. Null: a correction that leaves nothing. */
interface Worst {
  readonly is: 'stolen' | 'secrets' | 'partial' | 'possible' | 'undetermined' | 'fraud';
  readonly n: number;
}

/** The worst that is known of a party, with its number: what a subject has room for, and what its text must tell apart from the rest. */
export function findWorst({ wave, figures }: NoticeFacts): Worst | null {
  const { accessed, presumed, partial, possible, undetermined, secrets, intruderSent } = figures;
  if (wave === 'secrets-metadata' && secrets !== null && secrets > 0) return { is: 'secrets', n: secrets };
  if (accessed + presumed > 0) return { is: 'stolen', n: accessed + presumed };
  if (partial > 0) return { is: 'partial', n: partial };
  if (possible > 0) return { is: 'possible', n: possible };
  if (undetermined > 0) return { is: 'undetermined', n: undetermined };
  return intruderSent > 0 ? { is: 'fraud', n: intruderSent } : null;
}
