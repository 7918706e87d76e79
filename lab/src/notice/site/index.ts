/** The site for checking notices: written, compared with what is published, and verified. */
export { collectSealed } from './collect-sealed.ts';
export { askKeyRecord, type KeyInDns, requireSite } from './require-site.ts';
export { assertPlaces, writeSite } from './write-site.ts';
