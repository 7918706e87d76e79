import type { Strongest } from './languages/phrases.ts';
import type { NoticeFigures } from './notice-facts.ts';
import { formatShortDate } from './numerals.ts';
import { toBoth, type Writer } from './writer.ts';

/**
 * Says in one line what the strongest evidence is, and no more, of how many messages, and between whom: that is all
 * that most people see of a notice.
 */
export function toSubject(writer: Writer): string {
  const { facts, phrases, organization } = writer;
  const { subject, numerals } = phrases;
  if (facts.kind === 'update') {
    const previous = formatShortDate(numerals, facts.previous?.issued ?? facts.window.start);
    return writer.write(subject.update, { organization, previous });
  }
  if (facts.kind === 'announcement')
    return writer.write(writer.address(phrases.announcement.subject), { organization });
  const kinds = facts.reminds === undefined ? [facts.kind] : [facts.kind, facts.reminds.kind];
  return kinds.map((kind) => (kind === 'first' ? '' : subject[kind])).join('') + toStatement(writer);
}

function toStatement(writer: Writer): string {
  const { facts, phrases, organization } = writer;
  const { subject } = phrases;
  const both = toBoth(writer);
  const strongest = findStrongest(facts.figures);
  if (strongest === null) return writer.write(facts.isGone === true ? subject.gone : subject.none, { both });
  const { secrets } = facts.figures;
  const isSecrets = facts.wave === 'secrets-metadata' && secrets !== null && secrets > 0;
  const n = isSecrets ? secrets : strongest.n;
  const counted =
    n >= strongest.told
      ? writer.count(subject.counted, n)
      : writer.write(subject.countedOf, { n, told: strongest.told });
  const phrase = subject.strongest[isSecrets ? 'secrets' : strongest.is];
  return writer.choose(phrase, strongest.told, { both, counted, organization });
}

/** The strongest that is known of a party's messages: how many are of it, and of how many. */
export interface StrongestKnown {
  readonly is: Strongest;
  readonly n: number;
  readonly told: number;
}

/** Subject and first sentence say this and nothing stronger. Null: a correction that leaves nothing. */
export function findStrongest(figures: NoticeFigures): StrongestKnown | null {
  const told = figures.messages + figures.undetermined;
  for (const is of ['accessed', 'presumed', 'partial', 'possible', 'undetermined'] as const)
    if (figures[is] > 0) return { is, n: figures[is], told };
  const { intruderSent } = figures;
  return intruderSent > 0 ? { is: 'fraud', n: intruderSent, told: intruderSent } : null;
}
