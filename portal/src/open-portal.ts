import { join } from 'node:path';
import type { Instant } from '@candor/core/base';
import { readPortalTags } from '@candor/core/review/enrollment';
import { openObjects } from './adapters/objects.ts';
import { makeToken, primitives, readClock } from './adapters/primitives.ts';
import { openStore } from './adapters/sqlite/open-store.ts';
import { ReceiptWriter } from './service/access-book.ts';
import { Challenges } from './service/challenges.ts';
import type { Portal } from './service/portal.ts';
import { Sessions } from './service/sessions.ts';
import type { PortalSettings } from './service/settings.ts';
import { StatementExpiry } from './service/statement-expiry.ts';
import { Strangers } from './service/strangers.ts';

const BOOT_BYTES = 16;

/** Opens store and objects and cleans up after a killed process. */
export async function openPortal(settings: PortalSettings, clock: () => Instant = readClock): Promise<Portal> {
  const store = await openStore(settings.folder, primitives);
  const objects = openObjects(join(settings.folder, 'objects'));
  await objects.sweep((digest) => store.releases.isNamed(digest));
  return {
    settings,
    store,
    objects,
    primitives,
    clock,
    makeToken,
    boot: makeToken(BOOT_BYTES),
    sessions: new Sessions(primitives, makeToken),
    challenges: new Challenges(makeToken),
    accessBook: new ReceiptWriter(store.access, clock),
    labWord: new StatementExpiry(),
    strangers: new Strangers(clock, readPortalTags((await store.tags.read()) ?? new Uint8Array()) ?? new Set()),
  };
}
