import { type Actor, OUTLOOK_ON_THE_WEB } from '../audit/actor.ts';
import { toGuid, toToken } from '../identity.ts';

/** The 1999 application "Mailbox migration": rights to every mailbox, forgotten, taken over. */
export const MIGRATION_APP = toGuid('application Mailbox migration');
/** Adaeze Okafor's session, whose cookie was read out of the web mail gateway. */
export const STOLEN_COOKIE_SESSION = toGuid('session okafor cookie');
/** A session that the intruder opened with Camille Moreau's password. */
export const LEGAL_SESSION = toGuid('session intruder legal');
/** A session at one of the intruder's addresses that nobody has listed yet. */
export const UNLISTED_SESSION = toGuid('session intruder unlisted');
export const STOLEN_TOKEN = toToken('token lindqvist');

/** Listed in the incident file as 198.51.100.0/26. */
export const LISTED_ADDRESS = '198.51.100.23';
/** Not listed: learned from the stolen cookie. */
export const COOKIE_ADDRESS = '198.51.100.140';
/** A hotel's way out, used by Sven Lindqvist and by the intruder. */
export const HOTEL_ADDRESS = '198.51.100.44';
/** What app-only access shows: an address of Microsoft's. */
const PROVIDER_ADDRESS = '40.96.1.20';

export const BY_APPLICATION: Actor = {
  app: MIGRATION_APP,
  clientApp: MIGRATION_APP,
  ip: PROVIDER_ADDRESS,
  client: 'Client=REST;Client=RESTSystem;;',
  userType: 5,
  logonType: 1,
};

/** The cookie in another program than the owner's: that, and the address, give it away. */
export const BY_COOKIE: Actor = {
  session: STOLEN_COOKIE_SESSION,
  app: OUTLOOK_ON_THE_WEB,
  client: 'Client=OWA;Mozilla/4.0',
  ip: `${COOKIE_ADDRESS}:51544`,
};
export const BY_LEGAL_SESSION: Actor = { session: LEGAL_SESSION, app: OUTLOOK_ON_THE_WEB, ip: '198.51.100.9' };
export const BY_TOKEN: Actor = { token: STOLEN_TOKEN, app: OUTLOOK_ON_THE_WEB, ip: LISTED_ADDRESS };
