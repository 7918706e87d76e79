import { markNewWords } from '@candor/core/verify';
import type { StateFolder } from '../../adapters/store/state-folder.ts';
import { readImpactInputs } from '../../impact/index.ts';
import { findDetails } from '../../notice/contacts/index.ts';
import { type Disclosure, loadDisclosure } from '../../notice/index.ts';
import { toLetterHead } from '../../notice/letters/index.ts';
import { listContactsOf } from '../../notice/store/wave-list-store.ts';
import { requireNotice, type StoredNotice } from '../../notice/store/wave-store.ts';
import { requireLastVersion } from '../open-version.ts';

/** One notice as its recipient reads it. @throws Refusal for an unknown number. */
export async function readWaveNotice(state: StateFolder, number: number) {
  const { store } = state;
  const notice = await requireNotice(store, number);
  const before = notice.follows === null ? null : await requireNotice(store, notice.follows);
  const disclosure = await loadDisclosure(store);
  const contacts = await listContactsOf(store, [notice.id]);
  return {
    notice: notice.id,
    wave: notice.wave_id,
    party: notice.party,
    name: notice.facts.party.name,
    kind: notice.facts.kind,
    language: notice.language,
    state: notice.state,
    from: disclosure.notice.from,
    to: contacts.map(({ contact, rung }) => ({ contact, rung })),
    subject: notice.subject,
    // Without one before it nothing is new: the whole notice is.
    lines: markNewWords(before?.text ?? notice.text, notice.text),
    since: before?.issued_at ?? null,
    letter: await toLetter(state, notice, disclosure),
  };
}

/** Head of the letter that would be printed of it. */
async function toLetter(state: StateFolder, notice: StoredNotice, disclosure: Disclosure) {
  const { directory } = readImpactInputs(disclosure.incident, (await requireLastVersion(state)).inputs);
  const { postal } = findDetails(notice, directory.parties);
  const { sender, recipient, day } = toLetterHead(notice, postal, disclosure);
  return { sender, recipient, day, hasAddress: postal.length > 0 };
}
