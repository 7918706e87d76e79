import { toNumber, toToken } from '../identity.ts';
import { toIso, toMailDate, toSeconds } from '../instant.ts';
import { type Letter, writeLetter } from '../letter.ts';
import type { PlacedCopy } from '../mailbox.ts';
import { CUSTODIANS, type Custodian, personOf } from './cast.ts';
import { type Mailing, toCorrespondence } from './correspondence.ts';
import { toDrafts, toOddities } from './oddities.ts';
import { toSeries } from './series.ts';

/** The story's letters, laid into the mailboxes of those who sent and got them. */
export class Delivery {
  private readonly mailings: readonly Mailing[];
  private readonly copies: ReadonlyMap<string, readonly PlacedCopy[]>;

  constructor() {
    this.mailings = [...toCorrespondence(), ...toSeries()];
    this.copies = new Map(CUSTODIANS.map((custodian) => [custodian.name, deliverTo(custodian, this.mailings)]));
  }

  copiesOf(custodian: string): readonly PlacedCopy[] {
    return this.copies.get(custodian) ?? [];
  }

  /** The Message-ID of `thread/turn`. */
  idOf(name: string): string {
    const id = this.mailings.find((mailing) => mailing.name === name)?.letter.id;
    if (id === undefined || id === null) throw new Error(`no letter ${name}`);
    return id;
  }

  /** When `thread/turn` was sent, ISO. */
  sentAt(name: string): string {
    const mailing = this.mailings.find((one) => one.name === name);
    if (mailing === undefined) throw new Error(`no letter ${name}`);
    return toIso(mailing.letter.sent);
  }

  /** Ids that a custodian received in the closed interval of ISO times, with the folder that they lie in. */
  receivedBy(custodian: string, from: string, to: string): readonly { readonly id: string; readonly folder: string }[] {
    return this.copiesOf(custodian)
      .filter((copy) => copy.arrived >= toSeconds(from) && copy.arrived <= toSeconds(to))
      .flatMap((copy) => {
        const id = /^Message-ID: (<.*>)/m.exec(copy.bytes.toString('latin1'))?.[1];
        return id === undefined ? [] : [{ id, folder: copy.folder }];
      });
  }
}

function deliverTo(custodian: Custodian, mailings: readonly Mailing[]): readonly PlacedCopy[] {
  const copies = mailings.flatMap((mailing) => [...asSender(custodian, mailing), ...asReceiver(custodian, mailing)]);
  const all = [...copies, ...toDrafts(custodian), ...toOddities(custodian)];
  return all.sort((a, b) => a.arrived - b.arrived || (a.name < b.name ? -1 : 1));
}

function asSender(custodian: Custodian, mailing: Mailing): readonly PlacedCopy[] {
  if (mailing.from !== custodian.person) return [];
  const bytes = writeLetter(mailing.letter);
  const labels = custodian.format === 'takeout' ? toLabels([custodian.sent.path]) : null;
  return [place(mailing, custodian.sent.path, mailing.letter.sent, 'S', bytes, labels, 's')];
}

function asReceiver(custodian: Custodian, mailing: Mailing): readonly PlacedCopy[] {
  if (!mailing.receivers.includes(custodian.person)) return [];
  const arrived = mailing.letter.sent + 4 + toNumber(`delivery ${mailing.name} ${custodian.name}`, 50);
  const letter: Letter = { ...mailing.letter, bcc: [] };
  const bytes = writeLetter(letter, toTrace(mailing, custodian, arrived));
  const folder = mailing.folders[custodian.name] ?? custodian.inbox.path;
  const labels =
    custodian.format === 'takeout' ? toLabels([folder, ...(mailing.label === null ? [] : [mailing.label])]) : null;
  return [place(mailing, folder, arrived, toFlags(mailing.name), bytes, labels, 'r')];
}

function place(
  mailing: Mailing,
  folder: string,
  arrived: number,
  flags: string,
  bytes: Buffer,
  labels: string | null,
  side: string,
): PlacedCopy {
  return { folder, name: `${mailing.name.replace('/', '-')}-${side}`, arrived, flags, labels, bytes };
}

function toFlags(name: string): string {
  return ['S', 'RS', 'S', 'FS', 'new'][toNumber(`flags ${name}`, 5)] ?? 'S';
}

function toTrace(mailing: Mailing, custodian: Custodian, arrived: number): readonly string[] {
  const to = personOf(custodian.person).address;
  const host = personOf(mailing.from).address.replace(/^.*@/, '').replace(/[[\]]/g, '');
  const route = `from mail.${host} by mx1.harbor.example with ESMTPS`;
  return [
    `Return-Path: <bounce+${toToken(mailing.name).slice(0, 6)}@${host}>`,
    `Received: ${route}\n\tid ${toToken(`queue ${mailing.name} ${custodian.name}`).slice(0, 10)} for <${to}>;\n\t${toMailDate(arrived)}`,
  ];
}

/** Google writes labels with characters outside ASCII as one encoded word. */
function toLabels(labels: readonly string[]): string {
  const text = labels.join(',');
  if (/^[\x20-\x7e]*$/.test(text)) return text;
  const bytes = [...Buffer.from(text, 'utf8')];
  const word = bytes.map((byte) =>
    /[A-Za-z0-9,/]/.test(String.fromCharCode(byte))
      ? String.fromCharCode(byte)
      : byte === 32
        ? '_'
        : `=${byte.toString(16).toUpperCase().padStart(2, '0')}`,
  );
  return `=?UTF-8?Q?${word.join('')}?=`;
}
