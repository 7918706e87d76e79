/**
 * `composeMail` makes the whole bytes of one mail; an address that relays could read in two ways is refused
 * (`mail-address-refused`).
 */

export { composeMail, type MailContent, toSenderName } from './compose-mail.ts';
export type { DkimKey } from './dkim-signature.ts';
