import { formatNoticeDay, type Language, toLanguage } from '@candor/core/notice/text';
import type { Disclosure } from '../disclosure.ts';
import type { StoredNotice } from '../store/wave-store.ts';

/** Of a letter, everything around its text. */
export interface LetterHead {
  readonly language: Language;
  readonly sender: readonly string[];
  readonly contact: readonly string[];
  readonly signatory: string | null;
  readonly title: string | null;
  readonly recipient: readonly string[];
  readonly day: string;
}

/** @param postal of the party, from the directory; empty: its name stands there */
export function toLetterHead(
  notice: Pick<StoredNotice, 'facts' | 'language' | 'issued_at'>,
  postal: readonly string[],
  { incident, notice: settings }: Disclosure,
): LetterHead {
  const { facts } = notice;
  // As approved by two people; earlier notices lack it.
  const signed = facts.organization.signature ?? { ...settings.sender, ...settings.contact };
  const language = toLanguage(notice.language) ?? settings.language;
  return {
    language,
    sender: [signed.name ?? incident.organization.name, ...splitLines(signed.postal)],
    contact: [signed.mail ?? settings.reply, ...splitLines(signed.telephone)],
    signatory: signed.signatory,
    title: signed.title,
    recipient: postal.length > 0 ? postal : [facts.party.name ?? facts.party.id],
    day: formatNoticeDay(language, notice.issued_at),
  };
}

/** Lines as they are written, or as commas part them. */
function splitLines(text: string | null): readonly string[] {
  if (text === null) return [];
  return text
    .split(text.includes('\n') ? '\n' : ', ')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
