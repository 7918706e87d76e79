import { readInstant } from '@candor/core/base';
import { LONGEST_NOTE_CHARS, verifyNoteDocument } from '@candor/core/review/note';
import { z } from 'zod';
import { Denial } from '../denial.ts';
import { getPerson } from '../policy.ts';
import type { Portal, PortalApp } from '../portal.ts';

const LONGEST_BODY_BYTES = 32 * 1024;
const MOST_NOTES_A_PAGE = 200;
/** A note is signed when it is sent. */
const LONGEST_AGE_SECONDS = 300;

const after = z.strictObject({ after: z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER).default(0) });
const signedNote = z.strictObject({
  document: z.string().max(LONGEST_NOTE_CHARS),
  signature: z.string().max(100),
});

/** Notes that the reviewers of a party leave for each other (docs/formats/note.md): kept for them, and read by nobody here. */
export function addNoteRoutes(app: PortalApp, portal: Portal): void {
  const { store, settings, primitives, clock, accessBook } = portal;
  const config = { policy: 'reviewer' } as const;

  app.get('/v1/party/notes', { config, schema: { querystring: after } }, async (call) => ({
    notes: store.notes.listOfParty(getPerson(call).party, call.query.after, MOST_NOTES_A_PAGE),
  }));

  app.post('/v1/party/notes', { config, bodyLimit: LONGEST_BODY_BYTES, schema: { body: signedNote } }, async (call) => {
    const { party, reviewer } = getPerson(call);
    const note = await verifyNoteDocument(primitives, call.body);
    if (note === null || note.incident !== settings.incident || note.party !== party || note.author !== reviewer)
      throw new Denial('malformed');
    const at = readInstant(note.at);
    if (at === null || Math.abs(clock() - at) > LONGEST_AGE_SECONDS) throw new Denial('malformed');
    const digest = primitives.sha256Hex(call.body.document);
    await accessBook.record({ party, reviewer, act: 'note', release: null, object: digest });
    const { document, signature } = call.body;
    const { number } = note;
    const outcome = store.notes.take({ party, author: reviewer, number, digest, document, signature });
    if (outcome.state === 'older') throw new Denial('conflict');
    if (outcome.state === 'full') throw new Denial('too-many');
    return { place: outcome.place };
  });
}
