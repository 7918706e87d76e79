import { join } from 'node:path';
import type { Instant } from '@candor/core/base';
import { readPortalTags } from '@candor/core/review/enrollment';
import { AccessBook } from './access/access-book.ts';
import { openObjects } from './adapters/objects.ts';
import { makeToken, primitives, readClock } from './adapters/primitives.ts';
import { openStore } from './adapters/sqlite/open-store.ts';
import type { Portal } from './portal.ts';
import { Challenges } from './session/challenges.ts';
import { Sessions } from './session/sessions.ts';
import type { PortalSettings } from './settings.ts';
import { LabWord } from './standing/lab-word.ts';
import { Strangers } from './stranger/strangers.ts';

const BOOT_BYTES = 16;

/** Opens store and objects and puts right what a killed process left. */
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
    accessBook: new AccessBook(store.access, clock),
    labWord: new LabWord(),
    strangers: new Strangers(clock, readPortalTags((await store.tags.read()) ?? new Uint8Array()) ?? new Set()),
  };
}
