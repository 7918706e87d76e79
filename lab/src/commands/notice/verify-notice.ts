import { Refusal } from '@candor/core/base';
import { readWholeMessage } from '@candor/core/evidence/message';
import { findPrintedCodes, NOTICE_CODE_SYMBOLS, readNoticeCode } from '@candor/core/notice/code';
import { checkNotice, type NoticeAnswer, RECEIVED_BYTES, type SiteDescription } from '@candor/core/verify';
import { isOverloaded, type ReadOutlook, toUtf8 } from '@candor/core/verify/received';
import { nodeInflate } from '../../adapters/files/deflate.ts';
import { inspectPath, readStart } from '../../adapters/files/files.ts';
import { nodeCryptography } from '../../adapters/keys/cryptography.ts';
import { parseHtmlTree } from '../../adapters/mail/html-tree.ts';
import { readResolverAddress } from '../../adapters/net/dns.ts';
import { Prober } from '../../adapters/net/prober.ts';
import { now } from '../../adapters/process/clock.ts';
import { createNodeRuntime } from '../../adapters/process/runtime.ts';
import { readOutlookFile } from '../../evidence/index.ts';
import { toResolver } from '../../notice/gate/index.ts';
import { askKeyRecord, type KeyInDns } from '../../notice/site/index.ts';
import { describeSite, openSite } from './check-site.ts';

export interface VerificationOrder {
  readonly file: string;
  /** Address or folder of the organization's site. */
  readonly site: string;
  /** Null: the code in the message. */
  readonly code: string | null;
  readonly domain: string | null;
  /** The address that received it, instead of the domain: a notice to one person is bound to it. */
  readonly address?: string | null;
  /** Fingerprint that the reader knows from elsewhere. */
  readonly key: string | null;
  readonly resolvers: readonly string[];
}

/** Result of a DKIM check of the file. */
export interface DkimOutcome {
  readonly domain: string;
  readonly result: string;
}

export interface Verification {
  readonly answer: NoticeAnswer;
  readonly description: SiteDescription;
  readonly code: string;
  /** The domain or the address that was asked for. */
  readonly domain: string;
  /** It came from the message, so its sender chose it. */
  readonly isDomainFromMessage: boolean;
  /** Null: no resolver was named. */
  readonly dns: KeyInDns | null;
  readonly dkim: readonly DkimOutcome[] | null;
}

/**
 * Checks a received notice with its file and the organization's site: the page's answer, plus checks that a page cannot
 * make.
 * @throws Refusal for invalid input, and when the site does not answer.
 */
export async function verifyNotice(order: VerificationOrder): Promise<Verification> {
  const runtime = createNodeRuntime();
  const state = inspectPath(order.file);
  if (state.is !== 'file') throw new Refusal('no-such-file', [`${order.file}: there is no such file`]);
  const bytes = readStart(order.file, RECEIVED_BYTES + 1);
  // Read once: it is asked for its code, and then compared.
  const item = isOutlookFile(bytes) ? readOutlookFile(bytes) : null;
  const given = order.address ?? order.domain;
  const isTooLarge = bytes.length > RECEIVED_BYTES || (item === null && isOverloaded(runtime, bytes));
  if (isTooLarge && (order.code === null || given === null))
    throw new Refusal('too-large', [
      `${order.file}: it is too large to check: a notice has some thousand bytes and a few parts`,
    ]);
  const read = isTooLarge ? { texts: [], addresses: [] } : await readParts(bytes, item);
  const code = findCode(order, read.texts);
  const domain = given ?? findRecipient(read.addresses);
  if (domain === null)
    throw new Refusal('no-domain', [
      'the message names no recipient; name the domain that received it with --domain, or the address with --address',
    ]);
  const site = openSite(order.site);
  const description = await describeSite(site, order.site);
  const resolvers = order.resolvers.map(requireResolver);
  const prober = resolvers.length === 0 ? null : new Prober({ resolvers, loopback: null });
  try {
    const dns = prober === null ? null : await askKeyRecord(prober, description.domain);
    const answer = await checkNotice(
      {
        runtime,
        cryptography: nodeCryptography,
        inflate: nodeInflate,
        parseHtml: parseHtmlTree,
        readOutlook: (file) => item ?? readOutlookFile(file),
      },
      {
        code: code.bytes,
        domain,
        description,
        site,
        received: { kind: 'file', bytes },
        fingerprints: order.key === null ? (dns?.is === 'key' ? dns.fingerprints : null) : [readFingerprint(order.key)],
        isDomainGiven: given !== null,
        now: now(),
      },
    );
    const dkim = prober === null ? null : await checkDkim(prober, bytes);
    const isDomainFromMessage = given === null;
    return { answer, description, code: code.text, domain, isDomainFromMessage, dns, dkim };
  } finally {
    prober?.close();
  }
}

const OUTLOOK_FILE = [0xd0, 0xcf, 0x11, 0xe0];

function isOutlookFile(bytes: Uint8Array): boolean {
  return OUTLOOK_FILE.every((byte, at) => bytes[at] === byte);
}

/** Where code and recipient may stand. */
interface ReadParts {
  readonly texts: readonly string[];
  readonly addresses: ReturnType<typeof readWholeMessage>['addresses'];
}

/** Of an Outlook file in what it keeps of the message; of one that is too large nowhere. */
async function readParts(bytes: Uint8Array, outlook: ReturnType<ReadOutlook> | null): Promise<ReadParts> {
  const runtime = createNodeRuntime();
  const read = (mail: Uint8Array): ReadParts => {
    const { parts, addresses } = readWholeMessage(runtime, mail);
    return { texts: parts.map(({ text }) => text ?? ''), addresses };
  };
  if (outlook === null) {
    const written = toUtf8(bytes);
    const { texts, addresses } = read(written);
    return { texts: [...texts, new TextDecoder().decode(written)], addresses };
  }
  const item = await outlook;
  const { addresses } = read(new TextEncoder().encode(`${item?.header.trim() ?? ''}\r\n\r\n`));
  const signed = item?.signed ?? null;
  return {
    texts: [item?.text ?? '', item?.html ?? '', ...(signed === null ? [] : read(signed).texts)],
    addresses,
  };
}

function findCode(
  { code, file }: VerificationOrder,
  texts: readonly string[],
): { readonly bytes: Uint8Array; readonly text: string } {
  if (code !== null) {
    const reading = readNoticeCode(code);
    if (reading.state === 'code') return reading;
    const { slip, groups, entered } = reading;
    const place = groups.length === 0 ? '' : ` in group ${groups.join(' or ')}`;
    throw new Refusal('no-code', [
      `"${code}" is no code: ${slip}${place}, ${entered} of ${NOTICE_CODE_SYMBOLS} characters`,
    ]);
  }
  const found = new Set(texts.flatMap(findPrintedCodes));
  const [first] = found;
  const reading = first === undefined ? null : readNoticeCode(first);
  if (reading?.state === 'code' && found.size === 1) return reading;
  throw new Refusal('no-code', [
    `${file}: ${first === undefined ? 'it contains no code' : `${found.size} codes are in it`}; give the one that is printed in the notice with --code`,
  ]);
}

function findRecipient(addresses: ReturnType<typeof readWholeMessage>['addresses']): string | null {
  const use = addresses.find(({ role, unreadable }) => role === 'to' && unreadable === null);
  return use?.address ?? null;
}

function requireResolver(text: string) {
  const resolver = readResolverAddress(text);
  if (resolver !== null) return resolver;
  throw new Refusal('no-resolver', [`"${text}" is not a resolver: write address:port, such as 127.0.0.1:53`]);
}

function readFingerprint(text: string): string {
  const plain = text.toLowerCase().replace(/[^0-9a-f]/g, '');
  if (plain.length === 32) return plain.replace(/.{4}(?=.)/g, '$&-');
  throw new Refusal('no-fingerprint', [
    `"${text}" is not a fingerprint: eight groups of four, as DNS shows it after key=`,
  ]);
}

async function checkDkim(prober: Prober, bytes: Uint8Array): Promise<readonly DkimOutcome[]> {
  // Loaded here, because it takes longer than most commands.
  const { dkimVerify } = await import('mailauth');
  const { results } = await dkimVerify(Buffer.from(bytes), { resolver: toResolver(prober) });
  return results.map(({ signingDomain, status }) => ({ domain: signingDomain ?? '', result: status.result }));
}
