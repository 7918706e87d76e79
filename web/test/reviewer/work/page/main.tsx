import '../../../../src/reviewer/app/no-generated-code.ts';
import '../../../../src/reviewer/reviewer.css';
import { type IndexedMessage, packIndex, readIndexLines, toIndexText } from '@candor/core/review/seal';
import { RouterProvider } from '@tanstack/react-router';
import { type ReactElement, Suspense, useMemo, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { browserRuntime } from '../../../../src/platform/browser-runtime.ts';
import { makeAppRouter } from '../../../../src/reviewer/app/router.tsx';
import { GivenKeyZone } from '../../../../src/reviewer/base/key-zone-context.tsx';
import { LanguageProvider } from '../../../../src/reviewer/base/language-context.tsx';
import { GivenSettings } from '../../../../src/reviewer/base/settings-context.tsx';
import { ExportDialog } from '../../../../src/reviewer/export/export-dialog.tsx';
import { makeExportHandlers } from '../../../../src/reviewer/export/zone-export.ts';
import { KeyZone } from '../../../../src/reviewer/keys/key-zone.ts';
import type { SharedNote } from '../../../../src/reviewer/keys/note-calls.ts';
import { KeyZoneRefusal, type RequestToSign, type ZonePort } from '../../../../src/reviewer/keys/protocol.ts';
import { makeEmit, serveZone, type ZoneHandlers } from '../../../../src/reviewer/keys/serve-zone.ts';
import type { Vault } from '../../../../src/reviewer/keys/zone/vault.ts';
import type { Zone } from '../../../../src/reviewer/keys/zone/zone.ts';
import { MessageNotes } from '../../../../src/reviewer/secrets/message-notes.tsx';
import type { PortalAccess } from '../../../../src/reviewer/session/portal-access.ts';
import { PortalRefusal } from '../../../../src/reviewer/session/portal-refusal.ts';
import { GivenRelease, type ReleaseState } from '../../../../src/reviewer/session/release-context.tsx';
import { GivenSession, type Session } from '../../../../src/reviewer/session/session-context.tsx';
import { NO_QUERY } from '../../../../src/reviewer/table/message-query.ts';
import { MessageTable } from '../../../../src/reviewer/table/message-table.ts';
import { makeTableHandlers } from '../../../../src/reviewer/table/table-calls.ts';
import type { MadeWork } from '../made-work.ts';

/** The real pages over the real table and exports, with a key zone that holds no keys and a portal that is not there: everything asked of it is kept. */
const made = (window as unknown as { readonly made: MadeWork }).made;
const posted: unknown[] = [];
const refusing = { portal: false, zone: false };
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
      if (damaged.has(id)) throw new KeyZoneRefusal('damaged-object');
      const bytes = bytesOf.get(id);
      if (bytes === undefined) throw new KeyZoneRefusal('unknown-message');
      return bytes;
    },
  } as unknown as Vault;
}

function makeHandlers(vault: Vault, port: ZonePort): ZoneHandlers {
  const zone = {
    requireVault: () => vault,
    onVault: (listener: (vault: Vault) => void) => listener(vault),
    requireOwn: () => ({ fingerprint: made.own }),
    portal: { getBytes: async () => new Uint8Array(10) },
    around: {
      primitives: browserRuntime,
      ciphertexts: { find: async () => null, keep: async () => 'kept', clear: async () => undefined },
      emit: makeEmit(port),
    },
  } as unknown as Zone;
  const table = makeTableHandlers(
    { runtime: browserRuntime, emit: makeEmit(port), requireVault: zone.requireVault, onVault: zone.onVault } as never,
    async ({ id }) => ({ bytes: await vault.read(id, new AbortController().signal) }),
  );
  const notes: SharedNote[] = [...made.notes];
  const others = {
    'sign-request': async ({ request }: { readonly request: RequestToSign }) => {
      if (refusing.zone) throw new KeyZoneRefusal('session-ended');
      return { document: JSON.stringify(request), signature: 'signed' };
    },
    'key-file': async ({ passphrase }: { readonly passphrase: string }) => {
      if (passphrase.split(' ').length < 3) throw new KeyZoneRefusal('weak-passphrase');
      return { text: '-----BEGIN AGE ENCRYPTED FILE-----\n' };
    },
    'list-notes': async () => ({ notes: [...notes], unread: made.unread }),
    'write-note': async (note: Pick<SharedNote, 'about' | 'status' | 'text'>) => {
      if (refusing.zone) throw new KeyZoneRefusal('portal-silent');
      const isSame = (other: SharedNote): boolean =>
        other.isOwn && JSON.stringify(other.about) === JSON.stringify(note.about);
      const number = Math.max(0, ...notes.filter(({ isOwn }) => isOwn).map((own) => own.number)) + 1;
      const written: SharedNote = { ...note, author: made.own, isOwn: true, number, at: '2001-10-24T08:12:00Z' };
      notes.splice(0, notes.length, ...notes.filter((other) => !isSame(other)), written);
      posted.push({ note: written });
      return written;
    },
  };
  return loud({ ...table, ...makeExportHandlers(zone, table), ...others });
}

/** A fault of the zone says nothing to its page; a test has to hear of it. */
function loud(handlers: object): ZoneHandlers {
  const wrapped = Object.entries(handlers).map(([name, handler]) => [
    name,
    (ask: unknown, context: unknown) =>
      handler(ask, context).catch((thrown: unknown) => {
        if (!(thrown instanceof KeyZoneRefusal) && !(thrown instanceof DOMException)) console.error(name, thrown);
        throw thrown;
      }),
  ]);
  return Object.fromEntries(wrapped) as ZoneHandlers;
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

function Harness({ zone }: { readonly zone: KeyZone }): ReactElement {
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
          <GivenKeyZone zone={zone}>
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
          </GivenKeyZone>
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
  serveZone(port2, makeHandlers(vault, port2));
  if (place !== null) createRoot(place).render(<Harness zone={new KeyZone(port1)} />);
});
