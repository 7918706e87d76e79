import { readInstant } from '@candor/core/base';
import { bodyLimits, listLimits, MAX_DOCUMENT_AGE_SECONDS, portalPaths } from '@candor/core/contract';
import { portalRequests } from '@candor/core/contract/requests';
import { verifyNoteDocument } from '@candor/core/review/note';
import { Denial } from '../call/denial.ts';
import { getPerson } from '../call/policy.ts';
import type { Portal, PortalApp } from '../service/portal.ts';

/** Notes that reviewers of a party leave for each other (docs/formats/note.md): stored, and readable only by them. */
export function addNoteRoutes(app: PortalApp, portal: Portal): void {
  const { store, settings, primitives, clock, accessBook } = portal;
  const config = { policy: 'reviewer' } as const;

  app.get(portalPaths.partyNotes, { config, schema: { querystring: portalRequests.after } }, async (call) => ({
    notes: await store.notes.listOfParty(getPerson(call).party, call.query.after, listLimits.notes),
  }));

  app.post(
    portalPaths.partyNotes,
    { config, bodyLimit: bodyLimits.signedDocument, schema: { body: portalRequests.signedNote } },
    async (call) => {
      const { party, reviewer } = getPerson(call);
      const note = await verifyNoteDocument(primitives, call.body);
      if (note === null || note.incident !== settings.incident || note.party !== party || note.author !== reviewer)
        throw new Denial('malformed');
      const at = readInstant(note.at);
      if (at === null || Math.abs(clock() - at) > MAX_DOCUMENT_AGE_SECONDS) throw new Denial('malformed');
      const digest = primitives.sha256Hex(call.body.document);
      await accessBook.record({ party, reviewer, act: 'note', release: null, object: digest });
      const { document, signature } = call.body;
      const { number } = note;
      const outcome = await store.notes.take({ party, author: reviewer, number, digest, document, signature });
      if (outcome.state === 'older') throw new Denial('conflict');
      if (outcome.state === 'full') throw new Denial('too-many');
      return { place: outcome.place };
    },
  );
}
