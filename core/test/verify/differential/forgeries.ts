import { seeded } from '../../../../corpus/generate/seeded.ts';
import { type Mail, writeMail } from '../../../../corpus/generate/verification/mail.ts';
import { caseNotice } from '../../../../corpus/generate/verification/notice.ts';
import type { ForgeryClass } from './forgery.ts';
import { HIDDEN_WORDS } from './hidden-words.ts';
import { OTHER_LETTER } from './other-letter.ts';
import { OTHER_LINKS } from './other-links.ts';
import { OTHER_WORDS } from './other-words.ts';

/** One letter that somebody else made of the notice, or that a relay made of it. */
export interface TriedLetter {
  readonly name: string;
  readonly bytes: Buffer;
  /** Its HTML part; null where there is none, or where it is the issued one. */
  readonly html: string | null;
}

export interface Forgery extends TriedLetter {
  readonly class: string;
  readonly seen: ForgeryClass['seen'];
}

export const FORGERY_CLASSES: readonly ForgeryClass[] = [
  ...HIDDEN_WORDS,
  ...OTHER_LINKS,
  ...OTHER_WORDS,
  ...OTHER_LETTER,
];

/** The classes in turn until there are `count`, none twice with the same bytes. */
export function makeForgeries(seed: number, count: number): readonly Forgery[] {
  const random = seeded(seed);
  const known = new Set<string>();
  const forgeries: Forgery[] = [];
  for (let turn = 0; forgeries.length < count; turn += 1) {
    const kind = FORGERY_CLASSES[turn % FORGERY_CLASSES.length];
    if (kind === undefined || turn > count * 20) throw new Error('the classes have too few forgeries');
    const made = kind.make(random);
    const bytes = Buffer.isBuffer(made) ? made : writeMail(made);
    const key = bytes.toString('latin1');
    if (known.has(key)) continue;
    known.add(key);
    forgeries.push({
      name: `${kind.name} (${seed}:${forgeries.length})`,
      class: kind.name,
      seen: kind.seen,
      bytes,
      html: Buffer.isBuffer(made) ? null : toHtml(made),
    });
  }
  return forgeries;
}

function toHtml({ html }: Mail): string | null {
  return html === undefined || html === null || html === caseNotice.html ? null : html;
}
