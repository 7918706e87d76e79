import { formatNoticeDay } from '@candor/core/notice/text';
import type { Letter } from '../../lab/src/notice/letters/letter.ts';
import type { LetterForm } from '../../lab/src/notice/letters/letter-form.ts';
import type { PartyCase, SheetNotice } from './notices.ts';

/** Addresses as they come: short, long and with words that no line holds. */
const RECIPIENTS: Readonly<Record<PartyCase, readonly string[]>> = {
  organization: ['Northwind', 'Information Security', 'Molenstraat 12', '1012 AB Amsterdam', 'Netherlands'],
  person: ['Jo Arden', '5 Short Lane', 'York YO1 7HH', 'United Kingdom'],
  processor: [
    'Northwind Rechenzentrumsbetriebsgesellschaft mbH & Co. Kommanditgesellschaft',
    'Datenschutzbeauftragte',
    'c/o Verwaltung und Recht',
    'Donaudampfschifffahrtsstraße 101',
    '1010 Wien',
    'Austria',
  ],
};

/** The letter that a notice is printed as. */
export function toSheetLetter({ facts, party, composed }: SheetNotice, form: LetterForm): Letter {
  const { signature } = facts.organization;
  return {
    form,
    language: facts.language,
    sender: [signature?.name ?? '', ...(signature?.postal ?? '').split('\n')],
    contact: ['notices@harbor.example', '+1 713 555 0100'],
    signatory: signature?.signatory ?? null,
    title: signature?.title ?? null,
    recipient: RECIPIENTS[party],
    day: formatNoticeDay(facts.language, 1_003_600_000),
    subject: composed.subject,
    text: composed.text,
    mark: facts.code,
  };
}
