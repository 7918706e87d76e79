import { type Instant, readInstant } from '@candor/core/base';
import { countUsers, type Figure, toFigures } from '@candor/core/impact';
import { applyCuration } from '@candor/core/impact/curation';
import type { FigureBasis } from '@candor/core/transparency';
import { z } from 'zod';
import { readIncidentOnce } from '../adapters/files/incident-reading.ts';
import { guardOf } from '../adapters/store/schema-guard.ts';
import type { Store } from '../adapters/store/store.ts';
import { readStored } from '../adapters/store/stored-json.ts';
import type { StoredVersion } from '../exposure/store/version-store.ts';
import { readImpactInputs, tallyImpact } from '../impact/index.ts';
import { readCuration } from '../impact/store/curation-store.ts';
import { readUnresolved } from '../impact/store/unresolved-store.ts';

const time = z.string().nullable();

/**
 * The parts of a version's summary that figures take over: they were counted over all records, which are not judged
 * again.
 */
const summaryParts = z.object({
  audit: z.object({
    firstActivity: time.exactOptional(),
    lastActivity: time.exactOptional(),
    firstAccess: time,
    lastAccess: time,
  }),
  gaps: z.array(z.object({ custodian: z.string(), kind: z.string() })),
  alerts: z.object({ mailboxesReached: z.array(z.string()) }),
});
const isSummaryParts = guardOf(summaryParts);

/** What the figures of a version are computed from now, or were with the curation of back then. */
export async function toBasis(store: Store, version: StoredVersion): Promise<FigureBasis> {
  const curation = (await readCuration(store)).at(-1)?.sequence ?? 0;
  return { version: version.version, digest: version.digest, inputs: version.inputDigest, curation };
}

/**
 * Recomputes every figure of a version from its verdicts copy by copy, with curation up to a number. Times and gaps are
 * those of judging. Stores nothing.
 */
export async function recomputeFigures(
  store: Store,
  version: StoredVersion,
  curation: number,
): Promise<readonly Figure[]> {
  const { incident } = readIncidentOnce(version.inputs.incidentText, 'incident.yaml');
  if (incident === null) throw new Error('the incident file that was kept with the version is not valid');
  const { reference, directory, folderLists } = readImpactInputs(incident, version.inputs);
  const operations = (await readCuration(store)).filter(({ sequence }) => sequence <= curation);
  const result = await tallyImpact(store, {
    incident,
    version: version.version,
    directory,
    reference,
    curation: applyCuration(operations),
    folderLists,
    onCopies: () => undefined,
  });
  const { audit, gaps, alerts } = readStored(
    isSummaryParts,
    version.summary,
    'exposure_version.summary',
    version.version,
  );
  const gapsPerKind = new Map<string, number>();
  for (const { kind } of gaps) gapsPerKind.set(kind, (gapsPerKind.get(kind) ?? 0) + 1);
  return toFigures(result, {
    mailboxesInScope: incident.mailboxes.length,
    mailboxesInAll: incident.organization.mailboxes,
    // Under rules 2026-11 every activity counted as an access.
    mailboxesReached: alerts.mailboxesReached.length,
    usersExposed: countUsers(incident, result.custodiansExposed),
    firstActivity: toInstant(audit.firstActivity === undefined ? audit.firstAccess : audit.firstActivity),
    lastActivity: toInstant(audit.lastActivity === undefined ? audit.lastAccess : audit.lastActivity),
    firstAccess: toInstant(audit.firstAccess),
    lastAccess: toInstant(audit.lastAccess),
    unresolved: await readUnresolved(store, version.version),
    gapsPerKind: Object.fromEntries([...gapsPerKind].sort(([a], [b]) => (a < b ? -1 : 1))),
    mailboxesFullyCovered: incident.mailboxes.length - new Set(gaps.map(({ custodian }) => custodian)).size,
  });
}

function toInstant(text: string | null): Instant | null {
  return text === null ? null : readInstant(text);
}
