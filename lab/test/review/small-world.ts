import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { createMessageReader } from '@candor/core/evidence/message';
import type { PartyExposure } from '@candor/core/impact';
import type { Incident } from '@candor/core/incident';
import type { DescribedMessage } from '@candor/core/review/described';
import { type IndexedMessage, toIndexText } from '@candor/core/review/seal';
import { createNodeRuntime } from '../../src/adapters/process/runtime.ts';
import { openSqliteStore } from '../../src/adapters/store/sqlite.ts';
import type { Store } from '../../src/adapters/store/store.ts';
import { packAddresses } from '../../src/evidence/store/packed-addresses.ts';
import type { KeptReason } from '../../src/exposure/store/verdict-writer.ts';
import { chooseMessages } from '../../src/review/choose-messages.ts';
import type { ChosenMessage, ReviewScope } from '../../src/review/chosen-message.ts';
import type { MessageOutcome } from '../../src/review/fill-vaults.ts';
import { countOutcomes, indexMessages } from '../../src/review/index-messages.ts';
import { projectCopy } from '../../src/review/project-copy.ts';

const runtime = createNodeRuntime();

/** One copy as evidence and exposure have it. */
export interface WorldCopy {
  readonly custodian: string;
  readonly mail: string;
  readonly verdict: string;
  readonly draft?: boolean;
  readonly bulk?: boolean;
  readonly intruderSent?: boolean;
  readonly reasons?: readonly KeptReason[];
}

export const MAILBOXES = {
  allen: 'phillip.allen@harbor.example',
  dean: 'craig.dean@harbor.example',
  cook: 'mary.cook@harbor.example',
} as const;

const incident = {
  policy: { sync: 'mailbox', gaps: 'presumed', tell: 'undetermined' },
  mailboxes: Object.entries(MAILBOXES).map(([custodian, address]) => ({ custodian, address })),
} as unknown as Incident;

/** A party that is known by these domains and addresses. */
export function toScope(domains: readonly string[], addresses: readonly string[]): ReviewScope {
  const exposure = {
    party: domains[0] ?? '',
    kind: 'organization',
    mergedIds: [],
    domains,
    addresses: addresses.map((address) => ({ address, spelling: address, messages: 1 })),
  } as unknown as PartyExposure;
  return { exposure, proved: domains };
}

/** Everything that a party could get, with nothing in it that is random. */
export interface WholeView {
  readonly index: string;
  readonly figures: string;
  /** What is sealed: sizes and bytes, sorted. */
  readonly sealed: readonly string[];
}

/** A store that is filled again for each world. */
export class SmallWorld {
  readonly #store: Store;

  private constructor(store: Store) {
    this.#store = store;
  }

  static async open(folder: string): Promise<SmallWorld> {
    return new SmallWorld(await openSqliteStore(join(folder, 'candor.sqlite')));
  }

  close(): Promise<void> {
    return this.#store.close();
  }

  async choose(
    copies: readonly WorldCopy[],
    scope: ReviewScope,
    reached = ['allen'],
  ): Promise<readonly ChosenMessage[]> {
    await this.#fill(copies);
    const sources = { incident, version: 1, inputs: { folderLists: new Map() }, reached: new Set(reached) };
    return (await chooseMessages(this.#store, sources, [scope]))[0] ?? [];
  }

  async view(copies: readonly WorldCopy[], scope: ReviewScope): Promise<WholeView> {
    const messages = await this.choose(copies, scope);
    const sealed: string[] = [];
    const described = new Map<string, DescribedMessage>();
    const outcomes: MessageOutcome[] = [];
    for (const { copy } of messages) {
      const mail = copies[Number(copy.location.slice('copy-'.length))]?.mail ?? '';
      const order = {
        vault: 0,
        own: copy.own,
        partyKind: 'organization',
        privateMail: false,
        releasedByCounsel: false,
      } as const;
      const seal = async (_: string, content: Uint8Array): Promise<Uint8Array> => {
        sealed.push(`${content.length} ${createHash('sha256').update(content).digest('hex')}`);
        return content;
      };
      const answer = await projectCopy(runtime, seal, toBytes(mail), order, { recipient: '', isCounsel: () => false });
      if (answer.is === 'changed') throw new Error('nothing changes here');
      if (answer.is === 'sealed') {
        for (const one of answer.messages) described.set(one.id, one.described);
        const parts = answer.messages.flatMap(({ part }) => part ?? []);
        outcomes.push({
          is: 'sealed',
          attached: answer.attached,
          messages: answer.messages.map(({ id }) => id),
          ...(answer.attached ? { parts } : {}),
        });
      } else outcomes.push(answer);
    }
    const index: readonly IndexedMessage[] = await indexMessages(
      {
        messages,
        vault: {
          readDescribed: async (id) => described.get(id) ?? fail(id),
          requireObject: (message) => ({ message, digest: message, size: 0, described: new Uint8Array() }),
        },
      },
      outcomes,
      {
        incident,
        times: new Map(),
        secrets: new Set(),
        toFindings: () => ({ findings: [], hasSecret: false, hasPersonal: false }),
      },
    );
    return {
      index: toIndexText(index),
      figures: JSON.stringify(countOutcomes(messages, outcomes)),
      sealed: sealed.sort(),
    };
  }

  async #fill(copies: readonly WorldCopy[]): Promise<void> {
    await this.#store.db.deleteFrom('evidence_copy').execute();
    await this.#store.db.deleteFrom('exposure_verdict').execute();
    const reader = createMessageReader(runtime, { keepText: false });
    for (const [at, copy] of copies.entries()) {
      const bytes = toBytes(copy.mail);
      const { reading } = reader.end(bytes);
      const row = {
        id: at + 1,
        shard_id: 1,
        custodian: copy.custodian,
        location: `copy-${at}`,
        file: `file-${at}`,
        members: null,
        position: 0,
        length: bytes.length,
        sha256: createHash('sha256').update(bytes).digest(),
        folder: 'INBOX',
        labels: null,
        message_id: reading.messageId,
        date: reading.date,
        arrived: reading.date,
        arrived_from: 'date',
        fingerprint: Buffer.from(reading.fingerprint, 'hex'),
        draft: copy.draft === true ? 1 : 0,
        bulk: copy.bulk === true ? 1 : 0,
        parents: null,
        addresses: packAddresses(reading.addresses),
      };
      this.#store.insertRows('evidence_copy', Object.keys(row), [Object.values(row)]);
      this.#store.insertRows(
        'exposure_verdict',
        ['version', 'copy_id', 'verdict', 'intruder_sent', 'reasons'],
        [[1, at + 1, copy.verdict, copy.intruderSent === true ? 1 : 0, JSON.stringify(copy.reasons ?? [])]],
      );
    }
  }
}

function toBytes(mail: string): Uint8Array {
  return new Uint8Array(Buffer.from(mail, 'latin1'));
}

function fail(id: string): never {
  throw new Error(`${id} was not projected`);
}
