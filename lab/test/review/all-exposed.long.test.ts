import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { readWholeMessage, type WholeMessage } from '@candor/core/evidence/message';
import { readIncident } from '@candor/core/incident';
import { checkProjection } from '@candor/core/review/projection';
import { makeSealingKey, openContent } from '@candor/core/review/seal';
import PostalMime, { type Email } from 'postal-mime';
import { expect, test } from 'vitest';
import { createNodeRuntime } from '../../src/adapters/process/runtime.ts';
import { openStateForReading, type StateFolder } from '../../src/adapters/store/state-folder.ts';
import { toIncidentOf } from '../../src/commands/load-incident.ts';
import { requireLastVersion } from '../../src/commands/open-version.ts';
import { silentProgress } from '../../src/commands/progress.ts';
import { runIncident } from '../../src/commands/run-incident.ts';
import { planReading, type ReadingTask, type WantedCopy } from '../../src/evidence/original/plan-reading.ts';
import { readOriginal } from '../../src/evidence/original/show-message.ts';
import { ReaderProcess } from '../../src/evidence/read-shard.ts';
import { READER_LIMITS } from '../../src/evidence/reader-child.ts';
import { findRoot } from '../../src/evidence/walk.ts';
import { listReached } from '../../src/exposure/list-reached.ts';
import { readImpactInputs } from '../../src/impact/impact-inputs.ts';
import { readParties } from '../../src/impact/store/party-store.ts';
import { readVersionFacts } from '../../src/notice/gaps.ts';
import { chooseMessages } from '../../src/review/choose-messages.ts';
import type { ChosenMessage, ReviewScope } from '../../src/review/chosen-message.ts';
import { projectMessages } from '../../src/review/fill-vaults.ts';
import { projectCopy } from '../../src/review/project-copy.ts';
import type { ProjectionOrder } from '../../src/review/projection-task.ts';
import { unpackCorpus } from '../evidence/coverage/unpack.ts';
import { isThere, MailPairs } from './mail-pairs.ts';

const DATA = resolve(import.meta.dirname, '../../../../shared/data');
const CORPORA = ['incident-enron-dev', 'theft-enron-dev'] as const;
const PARTIES = 50;
const runtime = createNodeRuntime();

const traces =
  /^(?:received|return-path|delivered-to|authentication-results|arc-.*|dkim-signature|x-.*|list-.*|precedence|user-agent|bcc)$/;

/** An attached message is projected itself, without blind copies, and its head would be shown as text. */
const APART = { forceRfc822Attachments: true };

/** The 50 largest parties of real mail, with what each would get, and the original that it came from. */
async function readWorld(state: StateFolder): Promise<{
  readonly scopes: readonly ReviewScope[];
  readonly chosen: readonly (readonly ChosenMessage[])[];
  readonly read: (message: ChosenMessage) => Promise<Uint8Array | null>;
}> {
  const version = await requireLastVersion(state);
  const incident = toIncidentOf(version);
  const parties = (await readParties(state.store, version.version))
    .filter(({ kind }) => kind !== 'list')
    .sort((a, b) => b.messages - a.messages)
    .slice(0, PARTIES);
  const scopes = parties.map((exposure): ReviewScope => {
    const proved = exposure.kind === 'person' ? exposure.addresses.map(({ address }) => address) : exposure.domains;
    return { exposure, proved };
  });
  const sources = {
    incident,
    version: version.version,
    inputs: readImpactInputs(incident, version.inputs),
    reached: listReached(incident, readVersionFacts(version).reached),
  };
  return {
    scopes,
    chosen: await chooseMessages(state.store, sources, scopes),
    read: async ({ copy }) => {
      const file = await state.store.db
        .selectFrom('evidence_file')
        .select('raw')
        .where('purpose', '=', 'mailbox')
        .where('path', '=', copy.file)
        .executeTakeFirstOrThrow();
      const { position: offset, length, sha256, isPacked } = copy;
      const members = isPacked ? ['packed'] : [];
      const original = readOriginal({ raw: file.raw ?? '', members, offset, length, sha256: sha256 ?? '' });
      return original.is === 'bytes' ? new Uint8Array(original.bytes) : null;
    },
  };
}

test(`exports all exposed messages of the ${PARTIES} largest parties of real mail`, {
  timeout: 1_200_000,
}, async (context) => {
  if (!CORPORA.every((name) => existsSync(join(DATA, `${name}.tar.xz`))))
    return context.skip(
      `${CORPORA.join('.tar.xz and ')}.tar.xz are not in ../shared/data, where corpora of others lie`,
    );
  const work = mkdtempSync(join(tmpdir(), 'candor-exposed-'));
  try {
    for (const name of CORPORA) unpackCorpus(DATA, name, work);
    const state = join(work, 'state');
    const incident = join(work, 'incident-enron-dev/incident.yaml');
    await runIncident({ incident, state, out: null, workers: 2, accept: [], progress: silentProgress });
    const opened = await openStateForReading(state);
    try {
      const pairs = new MailPairs(work);
      const found = await projectAll(opened, incident, join(work, 'spool'), pairs);
      expect(found.flaws).toEqual([]);
      expect(found.traces).toEqual([]);
      expect(found.foreignBcc).toEqual([]);
      expect(found.differing).toEqual([]);
      expect(found.reconciled).toBe(PARTIES);
      expect(found.projected).toBeGreaterThan(1000);
      expect(pairs.pairs).toBe(found.projected);
      const compared = isThere('python3') ? pairs.compareInPython() : null;
      if (compared !== null) expect(compared).toEqual({ compared: found.projected, differing: [] });
      const asked = [pairs.indexWithMu(), pairs.indexWithNotmuch()];
      for (const indexed of asked) if (typeof indexed !== 'string') expect(indexed.messages).toBe(found.projected);
      const [mu, notmuch] = asked;
      if (mu !== undefined && typeof mu !== 'string') expect(mu.subjects).toEqual(pairs.subjects);
      // It joins files with one Message-ID, and shows the subject of one of them.
      if (notmuch !== undefined && typeof notmuch !== 'string')
        expect(notmuch.subjects.filter((subject) => !pairs.subjects.includes(subject))).toEqual([]);
      const words = asked.map((indexed) => (typeof indexed === 'string' ? indexed : `${indexed.messages} indexed`));
      process.stdout.write(
        `compared by Python: ${compared?.compared ?? 'python3 is not installed'}; mu: ${words[0]}; notmuch: ${words[1]}\n${found.projected} projections for ${PARTIES} parties; held ${found.held}, not given ${found.withheld}, in archives ${found.packed}\n`,
      );
    } finally {
      await opened.close();
    }
  } finally {
    rmSync(work, { recursive: true });
  }
});

async function projectAll(state: StateFolder, incidentFile: string, spool: string, pairs: MailPairs) {
  const { scopes, chosen, read } = await readWorld(state);
  const found: Found = {
    projected: 0,
    held: 0,
    withheld: 0,
    packed: 0,
    reconciled: 0,
    flaws: [],
    traces: [],
    foreignBcc: [],
    differing: [],
  };
  const packed: { readonly message: ChosenMessage; readonly wanted: WantedCopy<ProjectionOrder> }[] = [];
  for (const [at, { exposure }] of scopes.entries()) {
    const messages = chosen[at] ?? [];
    const exposed = messages.filter(({ verdict }) => verdict !== 'undetermined').length;
    const isWhole = messages.length - exposed === exposure.undetermined;
    if (exposed === exposure.messages && isWhole) found.reconciled += 1;
    for (const message of messages) {
      const projected: Uint8Array[] = [];
      const seal = async (_: string, content: Uint8Array): Promise<Uint8Array> => {
        projected.push(content);
        return new Uint8Array();
      };
      const partyKind = exposure.kind === 'person' ? 'person' : 'organization';
      const order = {
        vault: 0,
        own: message.copy.own,
        partyKind,
        privateMail: false,
        releasedByCounsel: false,
      } as const;
      const bytes = await read(message);
      if (bytes === null) {
        packed.push({ message, wanted: { copy: message.copy, order } });
        continue;
      }
      const answer = await projectCopy(runtime, seal, bytes, order, { recipient: '', isCounsel: () => false });
      if (answer.is === 'held' || answer.is === 'withheld') found[answer.is] += 1;
      if (answer.is !== 'sealed') continue;
      for (const one of projected) {
        found.projected += 1;
        await look(one, bytes, answer.attached, message, found);
        await pairs.add(one, bytes, answer.attached);
      }
    }
  }
  await projectPacked(state, incidentFile, spool, packed, found, pairs);
  return found;
}

/** Copies in archives, through the confined process and the vault, as a release has them. */
async function projectPacked(
  { store }: StateFolder,
  incidentFile: string,
  spool: string,
  packed: readonly { readonly message: ChosenMessage; readonly wanted: WantedCopy<ProjectionOrder> }[],
  found: Found,
  pairs: MailPairs,
): Promise<void> {
  const { incident } = readIncident(readFileSync(incidentFile, 'utf8'), 'incident.yaml');
  const roots = (incident?.mailboxes ?? []).flatMap(
    ({ evidence }) => findRoot(resolve(dirname(incidentFile), evidence)) ?? [],
  );
  const { identity, recipient } = await makeSealingKey();
  const messages = new Map(packed.map(({ message }) => [message.copy.location, message]));
  const owns = new Map(packed.map(({ wanted }) => [wanted.order, wanted.order.own]));
  const tasks = await planReading(
    store,
    packed.map(({ wanted }) => wanted),
  );
  const originals = await readOriginals(tasks, roots, spool);
  const deps = { roots, spool, workers: 2, vaults: [recipient], counsel: [] };
  await projectMessages(tasks, deps, async (projected) => {
    for (const { location, order, answer } of projected) {
      found.packed += 1;
      if (answer.is === 'changed') found.differing.push(location);
      else if (answer.is !== 'sealed') found[answer.is] += 1;
      for (const { sealed, id } of answer.is === 'sealed' ? answer.messages : []) {
        const message = await openContent(identity, Buffer.from(sealed, 'base64'));
        const chosen = messages.get(location);
        const original = originals.get(location);
        if (message === null || chosen === undefined || original === undefined || runtime.sha256Hex(message) !== id) {
          found.differing.push(location);
          continue;
        }
        const own = owns.get(order) ?? [];
        const attached = answer.is === 'sealed' && answer.attached;
        await look(message, original, attached, { ...chosen, copy: { ...chosen.copy, own } }, found);
        await pairs.add(message, original, attached);
        found.projected += 1;
      }
    }
  });
  if (found.packed !== packed.length) found.differing.push(`${packed.length - found.packed} were not read`);
}

/** Bytes of messages in containers, as a reader process has them. */
async function readOriginals(
  tasks: readonly ReadingTask<ProjectionOrder>[],
  roots: readonly string[],
  spool: string,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const entry = join(import.meta.dirname, '../evidence/fixtures/original-process.ts');
  const seat = new ReaderProcess(roots, spool, READER_LIMITS, entry);
  const originals = new Map<string, Uint8Array>();
  for (const task of tasks) {
    const wanted = task.wanted.map(({ location }) => location);
    for await (const step of seat.read(task, [wanted as never])) {
      if (step.is === 'taken')
        originals.set(step.location, Buffer.from((step.answer as { bytes: string }).bytes, 'base64'));
    }
  }
  seat.close();
  return originals;
}

interface Found {
  projected: number;
  held: number;
  withheld: number;
  packed: number;
  reconciled: number;
  readonly flaws: string[];
  readonly traces: string[];
  readonly foreignBcc: string[];
  readonly differing: string[];
}

/** Judged by a reader that shares no code with ours; findings name places and never content. */
async function look(
  projected: Uint8Array,
  original: Uint8Array,
  isAttached: boolean,
  { copy }: ChosenMessage,
  found: Found,
) {
  const own = new Set(copy.own);
  const place = copy.location;
  const around = isAttached ? original : null;
  const flaws = await checkProjection(projected, (address) => own.has(address), around);
  found.flaws.push(...flaws.map(({ what, where }) => `${place} ${what} ${where}`));
  const mail = await PostalMime.parse(projected);
  for (const { key, value } of mail.headers) {
    if (key === 'bcc') {
      if (value.split(',').some((address) => !own.has(address.trim().toLowerCase()))) found.foreignBcc.push(place);
    } else if (traces.test(key)) found.traces.push(`${place} ${key}`);
  }
  if (isAttached) return;
  const isSame =
    toContent(await PostalMime.parse(original, APART)) === toContent(await PostalMime.parse(projected, APART)) &&
    toParts(readWholeMessage(runtime, original)) === toParts(readWholeMessage(runtime, projected));
  if (!isSame) found.differing.push(place);
}

function toContent({ text, html, subject, attachments }: Email): string {
  const list = attachments
    .filter(({ mimeType }) => mimeType !== 'message/rfc822')
    .map(({ filename, mimeType, content }) => [
      filename,
      mimeType,
      runtime.sha256Hex(typeof content === 'string' ? content : new Uint8Array(content)),
    ]);
  return JSON.stringify([text ?? '', html ?? '', subject ?? '', list]);
}

/** Attached messages are projected themselves, so their bytes differ. */
function toParts({ subject, date, parts }: WholeMessage): string {
  return JSON.stringify([
    subject,
    date,
    parts
      .filter(({ isMessage }) => !isMessage)
      .map(({ type, fileName, bytes, text }) => [type, fileName, runtime.sha256Hex(bytes), text]),
  ]);
}
