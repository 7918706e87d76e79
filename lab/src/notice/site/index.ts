/**
 * The site on which a reader verifies a notice: written, compared with what is published, and checked.
 */
export { collectSealed } from './collect-sealed.ts';
export { askKeyRecord, type KeyInDns, requireSite } from './require-site.ts';
export { assertPlaces, writeSite } from './write-site.ts';
