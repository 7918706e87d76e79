import { type Counted, formatDates, formatShortDate } from './numerals.ts';
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
  const [phrase, n] = chooseSubject(writer);
  const text =
    phrase === null
      ? writer.write(subject.none, { organization, window })
      : writer.count(phrase, n, { organization, window });
  const kinds = facts.reminds === undefined ? [facts.kind] : [facts.kind, facts.reminds.kind];
  return kinds.map((kind) => (kind === 'first' ? '' : subject[kind])).join('') + text;
}

function chooseSubject({ facts, phrases: { subject } }: Writer): readonly [phrase: Counted | null, n: number] {
  const { accessed, presumed, partial, possible, undetermined, secrets, intruderSent } = facts.figures;
  if (facts.wave === 'secrets-metadata' && secrets !== null && secrets > 0) return [subject.secrets, secrets];
  if (accessed + presumed > 0) return [subject.stolen, accessed + presumed];
  if (partial > 0) return [subject.partial, partial];
  if (possible > 0) return [subject.possible, possible];
  if (undetermined > 0) return [subject.undetermined, undetermined];
  if (intruderSent > 0) return [subject.fraud, intruderSent];
  return [null, 0];
}
