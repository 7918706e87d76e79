import '../../../../src/reviewer/pages/app/no-generated-code.ts';
import '../../../../src/reviewer/reviewer.css';
import { type IndexedMessage, packIndex, readIndexLines, toIndexText } from '@candor/core/review/seal';
import { RouterProvider } from '@tanstack/react-router';
import { type ReactElement, Suspense, useMemo, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { browserRuntime } from '../../../../src/platform/browser-runtime.ts';
import { KeyWorker } from '../../../../src/reviewer/bridge/key-worker.ts';
import { NO_QUERY } from '../../../../src/reviewer/bridge/message-query.ts';
import type { SharedNote } from '../../../../src/reviewer/bridge/note-calls.ts';
import { KeyWorkerError, type RequestToSign, type WorkerPort } from '../../../../src/reviewer/bridge/protocol.ts';
import { type CallHandlers, makeEmit, serveCalls } from '../../../../src/reviewer/bridge/serve-calls.ts';
import { makeAppRouter } from '../../../../src/reviewer/pages/app/router.tsx';
import { GivenKeyWorker } from '../../../../src/reviewer/pages/base/key-worker-context.tsx';
import { LanguageProvider } from '../../../../src/reviewer/pages/base/language-context.tsx';
import { GivenSettings } from '../../../../src/reviewer/pages/base/settings-context.tsx';
import { ExportDialog } from '../../../../src/reviewer/pages/export/export-dialog.tsx';
import { GivenRelease, type ReleaseState } from '../../../../src/reviewer/pages/release/release-context.tsx';
import { MessageNotes } from '../../../../src/reviewer/pages/secrets/message-notes.tsx';
import { GivenSession, type Session } from '../../../../src/reviewer/pages/session/session-context.tsx';
import type { PortalAccess } from '../../../../src/reviewer/portal/portal-access.ts';
import { PortalRefusal } from '../../../../src/reviewer/portal/portal-refusal.ts';
import { makeExportHandlers } from '../../../../src/reviewer/worker/export/export-handlers.ts';
import type { KeyHolder } from '../../../../src/reviewer/worker/keys/key-holder.ts';
import type { Vault } from '../../../../src/reviewer/worker/keys/vault.ts';
import { MessageTable } from '../../../../src/reviewer/worker/table/message-table.ts';
import { makeTableHandlers } from '../../../../src/reviewer/worker/table/table-handlers.ts';
import type { MadeWork } from '../made-work.ts';

/**
 * The real pages over the real table and exports, with a key worker that holds no keys and a portal that is not there:
 * everything asked of it is kept.
 */
const made = (window as unknown as { readonly made: MadeWork }).made;
const posted: unknown[] = [];
const refusing = { portal: false, keyWorker: false };
Object.assign(window, { posted, refusing });

const bytesOf = new Map(made.messages.map(({ indexed, text }) => [indexed.id, new TextEncoder().encode(text)]));
const damaged = new Set(made.damaged);

async function makeVault(messages: readonly IndexedMessage[]): Promise<Vault> {
  const index = new MessageTable();
  const text = new TextEncoder().encode(toIndexText(messages));
  const whole = async function* () {
    yield text;
  };
  const nothing = packIndex('', () => new Uint8Array(32));
  if (!(await readIndexLines(nothing, whole, index))) throw new Error('no index');
  const { manifest, manifestDigest } = made.release;
  return {
    manifest: { ...manifest, objects: [] },
    manifestDigest,
    index,
    whole: Promise.resolve(),
    sizeOf: (id: string) => bytesOf.get(id)?.length ?? 0,
    papers: { 'manifest.json': '{}', 'approvals.json': '[]', 'keys.json': '{}', 'log.proof': '' },
    read: async (id: string) => {
      await new Promise((settle) => setTimeout(settle, made.delayMs));
      if (damaged.has(id)) throw new KeyWorkerError('damaged-object');
      const bytes = bytesOf.get(id);
      if (bytes === undefined) throw new KeyWorkerError('unknown-message');
      return bytes;
    },
  } as unknown as Vault;
}

function makeHandlers(vault: Vault, port: WorkerPort): CallHandlers {
  const keyWorker = {
    requireVault: () => vault,
    onVault: (listener: (vault: Vault) => void) => listener(vault),
    requireOwn: () => ({ fingerprint: made.own }),
    portal: { getBytes: async () => new Uint8Array(10) },
    deps: {
      primitives: browserRuntime,
      ciphertexts: { find: async () => null, keep: async () => 'kept', clear: async () => undefined },
      emit: makeEmit(port),
    },
  } as unknown as KeyHolder;
  const table = makeTableHandlers(
    {
      runtime: browserRuntime,
      emit: makeEmit(port),
      requireVault: keyWorker.requireVault,
      onVault: keyWorker.onVault,
    } as never,
    async ({ id }) => ({ bytes: await vault.read(id, new AbortController().signal) }),
  );
  const notes: SharedNote[] = [...made.notes];
  const others = {
    'sign-request': async ({ request }: { readonly request: RequestToSign }) => {
      if (refusing.keyWorker) throw new KeyWorkerError('session-ended');
      return { document: JSON.stringify(request), signature: 'signed' };
    },
    'key-file': async ({ passphrase }: { readonly passphrase: string }) => {
      if (passphrase.split(' ').length < 3) throw new KeyWorkerError('weak-passphrase');
      return { text: '-----BEGIN AGE ENCRYPTED FILE-----\n' };
    },
    'list-notes': async () => ({ notes: [...notes], unread: made.unread }),
    'write-note': async (note: Pick<SharedNote, 'about' | 'status' | 'text'>) => {
      if (refusing.keyWorker) throw new KeyWorkerError('portal-silent');
      const isSame = (other: SharedNote): boolean =>
        other.isOwn && JSON.stringify(other.about) === JSON.stringify(note.about);
      const number = Math.max(0, ...notes.filter(({ isOwn }) => isOwn).map((own) => own.number)) + 1;
      const written: SharedNote = { ...note, author: made.own, isOwn: true, number, at: '2001-10-24T08:12:00Z' };
      notes.splice(0, notes.length, ...notes.filter((other) => !isSame(other)), written);
      posted.push({ note: written });
      return written;
    },
  };
  return loud({ ...table, ...makeExportHandlers(keyWorker, table), ...others });
}

/** A fault of the key worker says nothing to its page; a test has to hear of it. */
function loud(handlers: object): CallHandlers {
  const wrapped = Object.entries(handlers).map(([name, handler]) => [
    name,
    (ask: unknown, context: unknown) =>
      handler(ask, context).catch((thrown: unknown) => {
        if (!(thrown instanceof KeyWorkerError) && !(thrown instanceof DOMException)) console.error(name, thrown);
        throw thrown;
      }),
  ]);
  return Object.fromEntries(wrapped) as CallHandlers;
}

function makePortal(): PortalAccess {
  const take = async (signed: { readonly document: string }) => {
    if (refusing.portal) throw new PortalRefusal('lab-silent');
    posted.push(JSON.parse(signed.document));
    return { request: 'ab'.repeat(32) };
  };
  return {
    status: async () => ({ time: Math.floor(Date.now() / 1000) }),
    me: async () => ({}),
    party: async () => {
      if (made.party === null) throw new PortalRefusal('portal-silent');
      return made.party;
    },
    partyEnrollments: async () => [],
    partyAccess: async (after: number) => made.access.slice(after, after + 1000),
    ask: take,
    askForParty: take,
  } as unknown as PortalAccess;
}

function toState(): ReleaseState {
  const at = 1_003_911_120;
  if (made.flaw !== null) return { is: 'refused', flaw: made.flaw, at };
  return made.messages.length === 0 && made.isEmpty
    ? { is: 'nothing-released', seenBefore: null, at }
    : { is: 'opened', release: made.release, at };
}

function Harness({ keyWorker }: { readonly keyWorker: KeyWorker }): ReactElement {
  const [router] = useState(() => makeAppRouter());
  const session = useMemo<Session>(() => {
    const me = { reviewer: made.own, role: made.role, party: made.release.party, domains: [], wrapped: null };
    return {
      state: { is: 'signed-in', me, fingerprint: made.own },
      portal: makePortal(),
      secondsLeft: null,
      signIn: async () => undefined,
      unlock: async () => undefined,
      signOut: async () => undefined,
    } as unknown as Session;
  }, []);
  const current = useMemo(
    () => ({ state: toState(), openAgain: () => posted.push('open-again') as unknown as undefined }),
    [],
  );
  const [isSaving, setSaving] = useState(true);
  const part = new URLSearchParams(location.search).get('part');
  return (
    <LanguageProvider>
      <Suspense fallback={null}>
        <GivenSettings settings={made.settings}>
          <GivenKeyWorker keyWorker={keyWorker}>
            <GivenSession session={session}>
              <GivenRelease current={current}>
                {part === null && <RouterProvider router={router} />}
                {part === 'notes' && (
                  <main>
                    <h1>Notes</h1>
                    <h2>One message</h2>
                    <MessageNotes id={made.messages[0]?.indexed.id ?? ''} />
                  </main>
                )}
                {part === 'export' && (
                  <main>
                    <h1>Export</h1>
                    {isSaving && (
                      <ExportDialog query={NO_QUERY} messages={made.messages.length} onClose={() => setSaving(false)} />
                    )}
                  </main>
                )}
              </GivenRelease>
            </GivenSession>
          </GivenKeyWorker>
        </GivenSettings>
      </Suspense>
    </LanguageProvider>
  );
}

const { port1, port2 } = new MessageChannel();
port1.start();
port2.start();
const place = document.getElementById('page');
makeVault(made.messages.map(({ indexed }) => indexed)).then((vault) => {
  serveCalls(port2, makeHandlers(vault, port2));
  if (place !== null) createRoot(place).render(<Harness keyWorker={new KeyWorker(port1)} />);
});
