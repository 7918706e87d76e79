import { formatInstant } from '@candor/core/base';
import { portalPaths, withQuery } from '@candor/core/contract';
import {
  chooseNewestNotes,
  MAX_NOTE_TEXT_CHARS,
  type NoteContent,
  type NoteDocument,
  openNote,
  type ReadNote,
  type SignedNoteDocument,
  verifyNoteDocument,
  writeNoteDocument,
} from '@candor/core/review/note';
import type { NoteCalls, SharedNote } from '../../bridge/note-calls.ts';
import { KeyWorkerError } from '../../bridge/protocol.ts';
import type { CallHandlers } from '../../bridge/serve-calls.ts';
import type { KeyHolder } from './key-holder.ts';
import { toObject } from './portal.ts';
import type { Vault } from './vault.ts';

/** A portal that never ends its list must not keep a reader busy forever. */
const MOST_PAGES = 200;
/** Other tabs of the same person may use a number first, several times in a row. */
const MOST_ROUNDS = 8;

/** Notes of the party. Cached while the vault is open. */
export function makeNoteHandlers(holder: KeyHolder): CallHandlers<NoteCalls> {
  let book = new NoteBook();
  let last: Promise<unknown> = Promise.resolve();
  // One at a time: two concurrent calls would read the same notes and use the same number.
  const inTurn = <Answer>(act: () => Promise<Answer>): Promise<Answer> => {
    const turn = last.then(act, act);
    last = turn.catch(() => undefined);
    return turn;
  };
  holder.onVault(() => {
    book = new NoteBook();
  });
  return {
    'list-notes': (_ask, { signal }) =>
      inTurn(async () => {
        const { fingerprint } = holder.requireOwn();
        await book.read(holder, signal);
        const notes = chooseNewestNotes(book.notes).map((note) => toShared(note, fingerprint));
        return { notes, unread: book.unread };
      }),
    'write-note': async ({ about, status, text }, { signal }) => {
      if (text.length > MAX_NOTE_TEXT_CHARS) throw new KeyWorkerError('too-long');
      return inTurn(async () => {
        for (let round = 0; round < MOST_ROUNDS; round += 1) {
          // Own notes of another tab count too.
          await book.read(holder, signal);
          const written = await writeNote(holder, book, { about, status, text }, signal);
          if (written !== null) return written;
        }
        throw new KeyWorkerError('note-refused');
      });
    },
  };
}

/** Null when another tab used this number first. */
async function writeNote(
  holder: KeyHolder,
  book: NoteBook,
  content: NoteContent,
  signal: AbortSignal,
): Promise<SharedNote | null> {
  const { fingerprint, key, signer } = holder.requireOwn();
  const { incident, party, vault: vaultRecipient } = holder.requireVault().manifest;
  const number = book.lastNumberOf(fingerprint) + 1;
  const at = formatInstant(await holder.now(signal));
  const head = { incident, party, number, at, vaultRecipient };
  const signed = await writeNoteDocument(holder.deps.primitives, signer, key, head, content);
  const posted = await holder.portal.post(portalPaths.partyNotes, signed, signal);
  if (posted.state === 'conflict') return null;
  if (posted.state !== 'answered') throw new KeyWorkerError('note-refused');
  return { ...content, author: fingerprint, isOwn: true, number, at };
}

class NoteBook {
  readonly notes: ReadNote[] = [];
  /** By an author without a grant, or sealed to a vault whose key this person never had. */
  unread = 0;
  readonly #lastNumbers = new Map<string, number>();
  #after = 0;

  lastNumberOf(author: string): number {
    return this.#lastNumbers.get(author) ?? 0;
  }

  async read(holder: KeyHolder, signal: AbortSignal): Promise<void> {
    const vault = holder.requireVault();
    for (let page = 0; page < MOST_PAGES; page += 1) {
      const given = readPage(
        await holder.portal.getJson(withQuery(portalPaths.partyNotes, { after: this.#after }), signal),
      );
      for (const { place, document, signature } of given) {
        if (place <= this.#after) continue;
        this.#after = place;
        await this.#take(holder, vault, { document, signature });
      }
      if (given.length === 0) return;
    }
  }

  async #take(holder: KeyHolder, vault: Vault, signed: SignedNoteDocument): Promise<void> {
    const { primitives } = holder.deps;
    const note = await verifyNoteDocument(primitives, signed);
    if (note === null || !isForVault(note, vault)) {
      this.unread += 1;
      return;
    }
    this.#lastNumbers.set(note.author, Math.max(this.lastNumberOf(note.author), note.number));
    const identity = findVaultKey(holder, vault, note);
    const content = identity === null ? null : await openNote(identity, note);
    if (content === null) this.unread += 1;
    else
      this.notes.push({
        ...content,
        author: note.author,
        number: note.number,
        at: note.at,
        digest: primitives.sha256Hex(signed.document),
      });
  }
}

/** Anybody can seal to a vault, since its recipient is public; only people with a signed grant may write. */
function isForVault({ incident, party, author }: NoteDocument, { manifest }: Vault): boolean {
  const { grants } = manifest;
  return incident === manifest.incident && party === manifest.party && grants.some((one) => one.reviewer === author);
}

function findVaultKey(holder: KeyHolder, vault: Vault, { vault: name }: NoteDocument): string | null {
  if (holder.deps.primitives.sha256Hex(vault.manifest.vault) === name) return vault.identity;
  return holder.requireOwn().secret.vaults.find((former) => former.vault === name)?.identity ?? null;
}

function readPage(value: unknown): readonly (SignedNoteDocument & { readonly place: number })[] {
  const { notes } = toObject(value);
  if (!Array.isArray(notes)) throw new KeyWorkerError('portal-broken');
  return notes.map((one) => {
    const { place, document, signature } = toObject(one);
    if (typeof place !== 'number' || typeof document !== 'string' || typeof signature !== 'string')
      throw new KeyWorkerError('portal-broken');
    return { place, document, signature };
  });
}

function toShared({ about, status, text, author, number, at }: ReadNote, own: string): SharedNote {
  return { about, status, text, author, isOwn: author === own, number, at };
}
