import type { Instant, Runtime } from '@candor/core/base';
import { type ListedAddress, readAddressList } from './address/address-list.ts';
import type { AddressRole, AddressUse } from './copy.ts';
import { decodeEncodedWords } from './field/encoded-word.ts';
import type { FieldName } from './field/field-name.ts';
import { readMessageDate, readReceivedTime } from './field/message-date.ts';
import { readMessageIds, readNames } from './field/message-id.ts';
import { ADDRESSES_PER_MESSAGE, type MessageLimit, NAMES_PER_MESSAGE } from './limits.ts';
import { type Charset, decodeRawField, toCharset } from './text/charset.ts';
import { normaliseWhiteSpace, trimWhiteSpace } from './text/white-space.ts';

const NO_IDS: readonly string[] = [];
const BULK_PRECEDENCE = new Set(['bulk', 'list', 'junk']);

/**
 * What the header of one message says, gathered field by field. Where a field may occur once, the first counts;
 * address fields, parents and bulk marks are read wherever they stand. Everything here is the sender's.
 */
export class HeaderReading {
  readonly #runtime: Runtime;
  readonly #keepNames: boolean;
  readonly #limit: (limit: MessageLimit) => void;
  date: Instant | null = null;
  /** The earliest and the latest of all readable `Received`. */
  received: Instant | null = null;
  lastReceived: Instant | null = null;
  subject = '';
  bulk = false;
  labels: readonly string[] | null = null;
  addresses: AddressUse[] = [];
  /** As they lie: what people and searches see of them is known with the charset of the text. */
  readonly #named: { readonly role: 'from' | 'to' | 'cc'; readonly value: string }[] = [];
  #rawSubject = '';
  readonly #seen: FieldName[] = [];
  readonly #ids: string[] = [];
  /** Ids that only Google has kept. */
  readonly #googleIds: string[] = [];
  #inReplyTo: string[] = [];
  #lastReference: string | null = null;

  constructor(runtime: Runtime, keepNames: boolean, limit: (limit: MessageLimit) => void) {
    this.#runtime = runtime;
    this.#keepNames = keepNames;
    this.#limit = limit;
  }

  get messageId(): string | null {
    return this.#ids[0] ?? null;
  }

  /** The first is `messageId`, where there is one. */
  get names(): readonly string[] {
    if (this.#ids.length === 1 && this.#googleIds.length === 0) return this.#ids;
    return [...new Set([...this.#ids, ...this.#googleIds])];
  }

  /** How many of the parents, from the first, stand in In-Reply-To. */
  get answers(): number {
    return this.#inReplyTo.length < 2 ? this.#inReplyTo.length : new Set(this.#inReplyTo).size;
  }

  get parents(): readonly string[] {
    if (this.#inReplyTo.length === 0) return this.#lastReference === null ? NO_IDS : [this.#lastReference];
    const ids = new Set(this.#inReplyTo);
    if (this.#lastReference !== null) ids.add(this.#lastReference);
    return [...ids];
  }

  field(name: FieldName, value: string): void {
    switch (name) {
      case 'from':
      case 'to':
      case 'cc':
        if (this.#keepNames) this.#named.push({ role: name, value });
        this.#readAddresses(name, value);
        break;
      case 'sender':
      case 'reply-to':
      case 'bcc':
      case 'resent-from':
      case 'resent-to':
      case 'resent-cc':
      case 'resent-bcc':
      case 'x-original-to':
        this.#readAddresses(name, value);
        break;
      case 'message-id':
        this.#addNames(this.#ids, value);
        break;
      case 'x-google-original-message-id':
        this.#addNames(this.#googleIds, value);
        break;
      case 'date':
        if (this.#isFirst(name)) this.date = readMessageDate(value);
        break;
      case 'received':
        this.#addReceived(readReceivedTime(value));
        break;
      case 'subject':
        if (!this.#isFirst(name)) break;
        this.subject = normaliseWhiteSpace(this.#decode(value));
        if (this.#keepNames) this.#rawSubject = value;
        break;
      case 'in-reply-to':
        this.#inReplyTo.push(...readMessageIds(decodeRawField(this.#runtime, value)));
        break;
      case 'references':
        this.#lastReference = readMessageIds(decodeRawField(this.#runtime, value)).at(-1) ?? this.#lastReference;
        break;
      case 'list-id':
      case 'list-post':
        this.bulk = true;
        break;
      case 'precedence':
        if (BULK_PRECEDENCE.has(trimWhiteSpace(value).toLowerCase())) this.bulk = true;
        break;
      case 'x-gmail-labels':
        if (this.#isFirst(name)) this.labels = splitLabels(this.#decode(value));
        break;
      default:
    }
  }

  /** Addresses of a calendar of the message itself, and of what is attached to it. */
  addAddresses(addresses: readonly AddressUse[]): void {
    for (const use of addresses) if (!this.#add(use)) return;
  }

  #isFirst(name: FieldName): boolean {
    if (this.#seen.includes(name)) return false;
    this.#seen.push(name);
    return true;
  }

  /**
   * Subject and names as people and searches see them; `label` is the charset of the message's text. Empty unless they
   * were kept.
   */
  toShown(label: string | null): { readonly subject: string } & Readonly<Record<'from' | 'to' | 'cc', string>> {
    const charset = toCharset(this.#runtime, label);
    const join = (role: 'from' | 'to' | 'cc', between: string): string =>
      this.#named
        .filter((field) => field.role === role)
        .map((field) => this.#decode(field.value, charset))
        .join(between);
    return {
      subject: normaliseWhiteSpace(this.#decode(this.#rawSubject, charset)),
      from: join('from', ', '),
      to: join('to', ', '),
      cc: join('cc', ', '),
    };
  }

  #decode(value: string, charset?: Charset): string {
    return decodeEncodedWords(this.#runtime, decodeRawField(this.#runtime, value, charset));
  }

  #readAddresses(role: AddressRole, value: string): void {
    readAddressList(this.#runtime, decodeRawField(this.#runtime, value), ({ address, unreadable }: ListedAddress) =>
      this.#add({ role, address, unreadable }),
    );
  }

  #add(use: AddressUse): boolean {
    if (this.addresses.length >= ADDRESSES_PER_MESSAGE) {
      this.#limit('too-many-addresses');
      return false;
    }
    this.addresses.push(use);
    return true;
  }

  #addNames(to: string[], value: string): void {
    for (const name of readNames(this.#runtime, value)) {
      if (to.length >= NAMES_PER_MESSAGE) {
        this.#limit('too-many-names');
        return;
      }
      to.push(name);
    }
  }

  #addReceived(time: Instant | null): void {
    if (time === null) return;
    if (this.received === null || time < this.received) this.received = time;
    if (this.lastReceived === null || time > this.lastReceived) this.lastReceived = time;
  }
}

/**
 * Splits the decoded value of `X-Gmail-Labels` at commas outside quotes. Encoded words hold several labels: decode
 * first.
 */
function splitLabels(text: string): readonly string[] {
  const labels: string[] = [];
  let label = '';
  let quoted = false;
  for (let at = 0; at <= text.length; at += 1) {
    const unit = text.charAt(at);
    if (at === text.length || (unit === ',' && !quoted)) {
      const trimmed = normaliseWhiteSpace(label);
      if (trimmed !== '') labels.push(trimmed);
      label = '';
    } else if (unit === '"') {
      quoted = !quoted;
    } else if (unit === '\\' && quoted && at + 1 < text.length) {
      at += 1;
      label += text.charAt(at);
    } else {
      label += unit;
    }
  }
  return labels;
}
