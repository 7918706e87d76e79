import type { Removal } from './removal.ts';

const attribution = 'core/src/exposure/attribution/attribution.ts';
const addresses = 'core/src/exposure/attribution/address-facts.ts';

const remove = (rule: string, file: string, find: string, replace: string): Removal => ({ rule, file, find, replace });

/** Who made a record. */
export const attributionRemovals: readonly Removal[] = [
  remove('A1 session', attribution, 'if (!isShared(id)) return SESSION;', 'if (!isShared(id)) continue;'),
  remove('A2 token', attribution, 'if (holdsOneOf(this.#tokens, record.tokens)) return TOKEN;', ''),
  remove(
    'A3 application',
    attribution,
    'isByOwner(record, mailbox) ? SHARED_APPLICATION : APPLICATION;',
    'isByOwner(record, mailbox) ? SHARED_APPLICATION : UNATTRIBUTED;',
  ),
  remove(
    'A3 shared-application',
    attribution,
    'isByOwner(record, mailbox) ? SHARED_APPLICATION : APPLICATION;',
    'isByOwner(record, mailbox) ? APPLICATION : APPLICATION;',
  ),
  remove(
    'A3 shared-application whatever-the-address',
    attribution,
    'return isOwners && this.#mailboxes',
    'return this.#mailboxes',
  ),
  remove(
    'A4 shared-session',
    attribution,
    'if (hasShared) return isOwners ? SHARED_SESSION : SESSION_SPLIT;',
    'if (hasShared && !isOwners) return SESSION_SPLIT;',
  ),
  remove(
    'A4 session-split',
    attribution,
    'if (hasShared) return isOwners ? SHARED_SESSION : SESSION_SPLIT;',
    'if (hasShared && isOwners) return SHARED_SESSION;',
  ),
  remove(
    'A5 address',
    attribution,
    'return isInside ? ADDRESS : ADDRESS_OUT_OF_WINDOW;',
    'if (!isInside) return ADDRESS_OUT_OF_WINDOW;',
  ),
  remove(
    'A5 address-out-of-window',
    attribution,
    'return isInside ? ADDRESS : ADDRESS_OUT_OF_WINDOW;',
    'if (isInside) return ADDRESS;',
  ),
  remove(
    'A5 not-excluded',
    addresses,
    'return isIntruders && !isExcluded && !isAnyOwners;',
    'return isIntruders && !isAnyOwners;',
  ),
  remove(
    'A5 not-any-owners',
    addresses,
    'return isIntruders && !isExcluded && !isAnyOwners;',
    'return isIntruders && !isExcluded;',
  ),
  remove('A6 address-expanded', attribution, 'return ADDRESS_EXPANDED;', '{}'),
  remove(
    'A6 no-session',
    attribution,
    'if (record.sessions.length > 0 || facts.isExcluded || facts.isAnyOwners) return false;',
    'if (facts.isExcluded || facts.isAnyOwners) return false;',
  ),
  remove(
    'A6 not-any-owners',
    attribution,
    'return facts === null || facts.isExcluded || facts.isAnyOwners ? null : facts.link;',
    'return facts === null || facts.isExcluded ? null : facts.link;',
  ),
  remove('A7 shared-address', attribution, 'if (facts.isIntruders && facts.isAnyOwners) return SHARED_ADDRESS;', ''),
  remove('A8 owner-address', attribution, '? OTHER_USER : OWNER_ADDRESS;', '? OTHER_USER : UNATTRIBUTED;'),
  remove('A8 other-user', attribution, '? OTHER_USER : OWNER_ADDRESS;', '? OWNER_ADDRESS : OWNER_ADDRESS;'),
  remove(
    'A8 other-user but-the-owner',
    attribution,
    'return this.#users.has(record.userId) && !this.#mailboxes.isByOwner(record, mailbox);',
    'return this.#users.has(record.userId);',
  ),
  remove(
    'A8 refused-sign-ins-apart',
    attribution,
    'if (isIntruders && !isRefusedSignIn(record)) this',
    'if (isIntruders) this',
  ),
  remove('A9 service', attribution, 'if (facts.isProviders && this.#isService(record)) return SERVICE;', ''),
  remove(
    'A9 of-binds-and-syncs-without-session',
    attribution,
    "if ((kind !== 'bind' && kind !== 'sync') || sessions.length > 0) return false;",
    'void [kind, sessions];',
  ),
  remove(
    'A9 as-the-owner',
    attribution,
    "if (!AS_OWNER.has((logonType ?? '').trim().toLowerCase())) return false;",
    'void logonType;',
  ),
  remove(
    'A9 not-in-a-browser',
    attribution,
    "!(client ?? '').toLowerCase().startsWith(BROWSER) && this",
    'client !== BROWSER && this',
  ),
  remove('A10 unattributed', attribution, 'return isInside ? UNATTRIBUTED : OUT_OF_WINDOW;', 'return OUT_OF_WINDOW;'),
  remove('A11 out-of-window', attribution, 'return isInside ? UNATTRIBUTED : OUT_OF_WINDOW;', 'return UNATTRIBUTED;'),
];
