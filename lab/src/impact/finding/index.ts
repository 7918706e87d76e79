/**
 * Searching message text for secrets and personal data, in confined processes.
 */
export type { RevealAnswer, RevealTask, SearchSettings } from './finding-task.ts';
export { canReadPictures, OCR_PACKAGES } from './picture-text.ts';
export { scanMail } from './scan-mail.ts';
export { openPersons } from './sealed-persons.ts';
