import { findEncodingLoss, readCsv } from '@candor/core/base';

/** Why a row of a list of contacts cannot be used (docs/formats/contacts-csv.md). */
export type ContactErrorCode =
  | 'no-columns'
  | 'not-utf8'
  | 'too-long'
  | 'broken-quote'
  | 'too-many-fields'
  | 'bad-card'
  | 'old-card'
  | 'no-mail'
  | 'no-party'
  | 'unknown-party'
  | 'several-parties'
  | 'list'
  | 'no-address'
  | 'unseen-characters'
  | 'internal'
  | 'other-party'
  | 'other-address'
  | 'nobody-reads-it'
  | 'withdrawn'
  | 'do-not-contact'
  | 'role'
  | 'language';

export interface ContactProblem {
  /** Line on which the row or the card begins, from 1. */
  readonly line: number;
  readonly flaw: ContactErrorCode;
  /**
   * What it is and what to do, one or two sentences. Texts of the file stand in quotes, at most 60 characters of each.
   */
  readonly text: string;
}

/** One contact as a list gives it. **Texts of a file that anyone may have filled in.** */
export interface ListedContact {
  readonly line: number;
  /**
   * The party as the row names it: an id, a name, a domain, an address. Empty where the list leaves it to the
   * address.
   */
  readonly party: string;
  readonly contact: string;
  readonly role: string;
  readonly language: string;
}

export interface ReadContactList {
  readonly contacts: readonly ListedContact[];
  /** Rows that name a party and no contact yet: a list that is partly filled in. */
  readonly open: number;
  readonly problems: readonly ContactProblem[];
}

/** A file with more rows is no list that a person made. */
export const MAX_CONTACT_ROWS = 1_000_000;

/** The columns that are read; their order in a file is free, further ones are passed over. */
const COLUMNS = ['party', 'contact', 'contact_role', 'language'] as const;

/** Reads a list of contacts as CSV. Never throws: each row that cannot be used is a problem with its line. */
export function readContactCsv(text: string): ReadContactList {
  const contacts: ListedContact[] = [];
  const problems: ContactProblem[] = [];
  let open = 0;
  const flag = (line: number, flaw: ContactErrorCode, sentence: string) =>
    void problems.push({ line, flaw, text: sentence });
  const lost = findEncodingLoss(text);
  if (lost !== null) flag(lost, 'not-utf8', 'This row is not valid UTF-8. Save the list as CSV UTF-8.');
  let header: { readonly columns: readonly string[] } | null = null;
  for (const { fields, line, broken } of readCsv(text)) {
    if (header === null) {
      header = { columns: fields.map((field) => field.trim().toLowerCase()) };
      if (header.columns.includes('party') && header.columns.includes('contact')) continue;
      flag(line, 'no-columns', `The first line must name the columns ${COLUMNS.join(',')}.`);
      return { contacts, open, problems };
    }
    const { columns } = header;
    if (fields.every((field) => field.trim() === '')) continue;
    if (contacts.length + open >= MAX_CONTACT_ROWS) {
      flag(line, 'too-long', `The list has more than ${MAX_CONTACT_ROWS} rows. Import it in parts.`);
      break;
    }
    if (broken) flag(line, 'broken-quote', 'A quote in this row is not closed or not at the edge of its field.');
    else if (fields.slice(columns.length).some((field) => field.trim() !== ''))
      flag(
        line,
        'too-many-fields',
        'The row has more fields than the first line names. Put quotes round a field with a comma.',
      );
    else {
      const cell = (column: (typeof COLUMNS)[number]) => fields[columns.indexOf(column)]?.trim() ?? '';
      const contact = {
        party: cell('party'),
        contact: cell('contact'),
        role: cell('contact_role'),
        language: cell('language'),
      };
      if (contact.contact !== '') contacts.push({ line, ...contact });
      else if (contact.party !== '' && contact.role === '' && contact.language === '') open += 1;
      else
        flag(
          line,
          'no-address',
          'The row has a role or a language and no contact. Fill in the address, or empty the row.',
        );
    }
  }
  if (header === null)
    flag(1, 'no-columns', `The list is empty. Its first line must name the columns ${COLUMNS.join(',')}.`);
  return { contacts, open, problems };
}
