/**
 * Whom the record of a notice names: written when a wave is sealed, tested by site, audit and figures.
 */
export { bindRecord, listRecipients, openBinding } from './record-binding.ts';
