import type { Instant, Runtime } from '@candor/core/base';
import { type ListedAddress, readAddressList } from './address/address-list.ts';
import type { AddressRole, AddressUse } from './copy.ts';
import { decodeEncodedWords } from './field/encoded-word.ts';
import type { FieldName } from './field/field-name.ts';
import { readMessageDate, readReceivedTime } from './field/message-date.ts';
import { readMessageId, readMessageIds } from './field/message-id.ts';
import { ADDRESSES_PER_MESSAGE, type MessageLimit } from './limits.ts';
import { type Charset, decodeRawField, toCharset } from './text/charset.ts';
import { normaliseWhiteSpace, trimWhiteSpace } from './text/white-space.ts';

const NO_IDS: readonly string[] = [];
const BULK_PRECEDENCE = new Set(['bulk', 'list', 'junk']);

/**
 * What the header of one message says, gathered field by field. Of fields that may stand once, the first counts;
 * address fields, parents and bulk marks are read wherever they stand. Everything here is the sender's.
 */
export class HeaderReading {
  readonly #runtime: Runtime;
  readonly #keepNames: boolean;
  readonly #limit: (limit: MessageLimit) => void;
  messageId: string | null = null;
  date: Instant | null = null;
  received: Instant | null = null;
  subject = '';
  bulk = false;
  labels: readonly string[] | null = null;
  addresses: AddressUse[] = [];
  /** As they lie: what people and searches see of them is known with the charset of the text. */
  readonly #named: { readonly role: 'from' | 'to' | 'cc'; readonly value: string }[] = [];
  #rawSubject = '';
  /** Names of fields that may stand once and were met. */
  readonly #seen: FieldName[] = [];
  #inReplyTo: string[] = [];
  #lastReference: string | null = null;

  constructor(runtime: Runtime, keepNames: boolean, limit: (limit: MessageLimit) => void) {
    this.#runtime = runtime;
    this.#keepNames = keepNames;
    this.#limit = limit;
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
        this.#readAddresses(name, value);
        break;
      case 'message-id':
        if (this.#isFirst(name)) this.messageId = readMessageId(decodeRawField(this.#runtime, value));
        break;
      case 'date':
        if (this.#isFirst(name)) this.date = readMessageDate(value);
        break;
      case 'received':
        if (this.#isFirst(name)) this.received = readReceivedTime(value);
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

  /** A field of an attached message: its addresses have the role `attached`, the rest is not looked at. */
  attachedField(name: FieldName, value: string): void {
    switch (name) {
      case 'from':
      case 'to':
      case 'cc':
      case 'sender':
      case 'reply-to':
      case 'bcc':
      case 'resent-from':
      case 'resent-to':
      case 'resent-cc':
      case 'resent-bcc':
        this.#readAddresses('attached', value);
        break;
      default:
    }
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
    const addresses = this.addresses;
    readAddressList(this.#runtime, decodeRawField(this.#runtime, value), (entry: ListedAddress): boolean => {
      if (addresses.length >= ADDRESSES_PER_MESSAGE) {
        this.#limit('too-many-addresses');
        return false;
      }
      addresses.push({ role, address: entry.address, unreadable: entry.unreadable });
      return true;
    });
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
