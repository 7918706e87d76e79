import { isEvidenceGone } from './figure-blocks.ts';
import { formatShortDate } from './numerals.ts';
import { findStrongest } from './strongest.ts';
import { toBoth, type Writer } from './writer.ts';

/**
 * Says in one line what the strongest evidence is, and no more, of how many messages, and between whom: that is all
 * that most people see of a notice.
 */
export function toSubject(writer: Writer): string {
  const { facts, phrases, organization } = writer;
  const { subject } = phrases;
  if (facts.kind === 'update') {
    const previous = formatShortDate(writer.numerals, facts.previous?.issued ?? facts.window.start);
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
  if (strongest === null) return writer.write(isEvidenceGone(facts) ? subject.gone : subject.none, { both });
  const { secrets } = facts.figures;
  const isSecrets = facts.wave === 'secrets-metadata' && secrets !== null && secrets > 0;
  const n = isSecrets ? secrets : strongest.n;
  const counted =
    n >= strongest.total
      ? writer.write(subject.counted, { n })
      : writer.write(subject.countedOf, { n, told: strongest.total });
  const phrase = subject.strongest[isSecrets ? 'secrets' : strongest.is];
  return writer.write(phrase, { n: strongest.total, both, counted, organization });
}
