import { isCalendar, isContacts } from '@candor/core/evidence/container';
import type { FormatReader, MailboxFormat } from './mailbox-format.ts';

const load = async (): Promise<FormatReader> => (await import('../read-other-items.ts')).readOtherItems;

/** No mail, but items of a mailbox: iCalendar (RFC 5545). */
export const calendar: MailboxFormat = { name: 'calendar', recognise: isCalendar, survey: 'unknown', load };

/** The same of vCard (RFC 6350). */
export const contacts: MailboxFormat = { name: 'contacts', recognise: isContacts, survey: 'unknown', load };
