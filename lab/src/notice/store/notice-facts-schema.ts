import { LANGUAGES, type Language } from '@candor/core/base';
import type { Window } from '@candor/core/incident';
import type { AffectedAddress, AffectedAddresses, SecretMessage } from '@candor/core/notice/affected';
import type {
  AnnouncedPerson,
  LocalText,
  NoticeFacts,
  NoticeFigures,
  NoticeKind,
  NoticeSignature,
  NotifiedParty,
  NotifyingOrganization,
  PartyRelation,
  PriorNotice,
  SearchedFigures,
  UnknownPart,
} from '@candor/core/notice/text';
import { z } from 'zod';
import { objectOf, oneOfAll } from '../../adapters/store/schema-guard.ts';

// What a notice says, as it is stored. Members that older versions did not write are optional in the type already.

const text = z.string();
const number = z.number();
const textOrNull = text.nullable();
const numberOrNull = number.nullable();
const counts = z.record(text, number);

export const languageSchema: z.ZodType<Language> = z.enum(LANGUAGES);
export const localTextSchema: z.ZodType<LocalText> = z.record(text, text);

export const noticeKindSchema = oneOfAll<NoticeKind>({
  first: true,
  supplement: true,
  correction: true,
  update: true,
  reminder: true,
  announcement: true,
});

const relation = oneOfAll<PartyRelation>({ controller: true, processor: true, independent: true });

const party = objectOf<NotifiedParty>({
  id: text,
  kind: z.enum(['organization', 'person']),
  name: textOrNull,
  domains: z.array(text),
  contactDomains: z.array(text).exactOptional(),
  relation: relation.nullable(),
});

const signature = objectOf<NoticeSignature>({
  name: textOrNull,
  signatory: textOrNull,
  title: textOrNull,
  postal: textOrNull,
  mail: textOrNull,
  telephone: textOrNull,
  dpo: textOrNull,
});

const organization = objectOf<NotifyingOrganization>({
  name: text,
  signature: signature.exactOptional(),
  discovered: numberOrNull.exactOptional(),
  domain: text,
  page: text,
  telephone: textOrNull,
  happened: localTextSchema.nullable(),
  measures: localTextSchema.nullable().exactOptional(),
  reply: text.exactOptional(),
});

const searched = objectOf<SearchedFigures>({
  personal: counts,
  sensitive: number.exactOptional(),
  listed: number,
  dismissed: number.exactOptional(),
  unread: number,
  unreadBy: counts,
  unreadSize: objectOf<NonNullable<SearchedFigures['unreadSize']>>({ parts: number, bytes: number }).exactOptional(),
});

const figures = objectOf<NoticeFigures>({
  accessed: number,
  presumed: number,
  partial: number,
  possible: number,
  undetermined: number,
  messages: number,
  undecided: counts.exactOptional(),
  datedAfter: number.exactOptional(),
  bulk: number,
  held: number,
  secrets: numberOrNull,
  searched: searched.exactOptional(),
  first: numberOrNull,
  last: numberOrNull,
  affectedAddresses: number,
  intruderSent: number,
  custodians: number,
});

const previous = objectOf<PriorNotice>({ issued: number, figures });

const announced = objectOf<AnnouncedPerson>({
  name: text,
  address: text,
  proved: z.array(text),
  by: z.enum(['dns', 'mailbox', 'nomination', 'hand']),
  namedBy: textOrNull,
  isRepresentative: z.boolean(),
  fingerprint: text,
  waitHours: number,
});

const unknown = objectOf<UnknownPart>({
  mailboxes: number,
  gaps: counts,
  undecidedRecords: number.exactOptional(),
  sentence: localTextSchema.nullable(),
});

const addresses = objectOf<AffectedAddresses>({
  listed: z.array(objectOf<AffectedAddress>({ address: text, messages: number })),
  total: number,
});

const secretMessage = objectOf<SecretMessage>({
  date: numberOrNull,
  address: text,
  messageId: textOrNull.exactOptional(),
});

export const noticeFactsSchema = objectOf<NoticeFacts>({
  kind: noticeKindSchema,
  wave: z.enum(['secrets-metadata', 'metadata', 'content', 'supplement', 'correction', 'update']),
  language: languageSchema,
  organization,
  window: objectOf<Window>({ start: number, contained: number }),
  recorded: z.object({ first: number, last: number }).exactOptional(),
  party,
  figures,
  isGone: z.literal(true).exactOptional(),
  isEvidenceGone: z.literal(true).exactOptional(),
  previous: previous.nullable(),
  reminds: z.object({ kind: z.enum(['supplement', 'correction']), previous }).exactOptional(),
  unknown,
  addresses: addresses.exactOptional(),
  secretMessages: z.array(secretMessage).exactOptional(),
  isGuessed: z.literal(true).exactOptional(),
  jurisdiction: z.enum(['gdpr', 'uk-gdpr', 'other']).exactOptional(),
  delayedUntil: numberOrNull.exactOptional(),
  reading: z.enum(['offered', 'not-offered']).exactOptional(),
  nextUpdate: numberOrNull,
  readableFrom: numberOrNull,
  announced: announced.exactOptional(),
  added: textOrNull,
  code: text,
  keyFingerprint: text,
  checkpoint: z.object({ size: number, root: text }),
  exposure: z.object({ version: number, digest: text }),
});
