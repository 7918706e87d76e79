import { Refusal } from '@candor/core/base';
import type { GapKind } from '@candor/core/exposure/coverage';
import { PAGE_ADDRESSES, PAGE_SECRETS, selectShownAddresses } from '@candor/core/notice/affected';
import { isGuessedRung, type LadderContact } from '@candor/core/notice/contact';
import {
  findJurisdiction,
  judgeHandTexts,
  type Language,
  type NoticeFacts,
  type NoticeFigures,
  type NoticeKind,
  type NoticeWave,
  type NotifyingOrganization,
  type PartyRelation,
  toLanguage,
} from '@candor/core/notice/text';
import type { Draft } from '@candor/core/notice/wave';
import type { StoredVersion } from '../../exposure/store/version-store.ts';
import type { AffectedMail } from '../contacts/index.ts';
import type { Disclosure } from '../disclosure.ts';
import type { RecordedAccess, RunGap } from '../gaps.ts';
import { findAdded, type WaveSettings } from '../wave-settings.ts';

/** What is the same for every notice of a wave. */
export interface WaveFacts {
  readonly disclosure: Disclosure;
  readonly settings: WaveSettings;
  readonly version: Pick<StoredVersion, 'version' | 'digest'>;
  readonly gaps: readonly RunGap[];
  readonly recorded: RecordedAccess | null;
  /** Nobody has decided who made these records. */
  readonly undecidedRecords: number;
  readonly keyFingerprint: string;
  readonly checkpoint: { readonly size: number; readonly root: string };
  /** Top-level domain to country (`reference/country-tlds.txt`). */
  readonly countryTlds: ReadonlyMap<string, string>;
}

/** What is the party's own. */
export interface PartyFacts {
  readonly party: string;
  readonly kind: 'organization' | 'person';
  readonly name: string;
  readonly addresses: readonly string[];
  readonly domains: readonly string[];
  readonly contactDomains?: readonly string[];
  readonly relation: PartyRelation | null;
  readonly custodians: readonly string[];
  readonly figures: NoticeFigures;
  /** The party was notified of mail that is no longer in evidence. */
  readonly isGone?: boolean;
  /** Evidence went missing since its last notice. */
  readonly isEvidenceGone?: boolean;
  readonly contacts: readonly LadderContact[];
  /** Undefined means that none of its mail is affected any more. */
  readonly affected: AffectedMail | undefined;
  readonly country: string | null;
  /** It is the end of the last delay that an authority asked for. */
  readonly delayedUntil: number | null;
  readonly follows: Draft['follows'];
  readonly noticeKind: NoticeKind;
  readonly code: string;
}

/**
 * Everything one notice says, from the stored version and the incident file; nothing is typed by hand but the texts
 * that say so.
 */
export function toNoticeFacts(wave: WaveFacts, own: PartyFacts): NoticeFacts {
  const { incident, notice } = wave.disclosure;
  const { settings } = wave;
  return {
    kind: own.noticeKind,
    wave: toTextWave(settings.wave),
    language: chooseLanguage(wave.disclosure, own.contacts),
    organization: toTellingOrganization(wave.disclosure, settings),
    window: incident.window,
    ...(wave.recorded === null ? {} : { recorded: wave.recorded }),
    party: {
      id: own.kind === 'person' ? (own.addresses[0] ?? own.party) : own.party,
      kind: own.kind,
      name: own.name === '' ? null : own.name,
      domains: own.domains,
      ...(own.contactDomains === undefined ? {} : { contactDomains: own.contactDomains }),
      relation: own.relation,
    },
    figures: own.figures,
    ...(own.isGone === true ? { isGone: true as const } : {}),
    ...(own.isEvidenceGone === true ? { isEvidenceGone: true as const } : {}),
    ...toListFacts(own.affected, own.contacts, own.figures),
    ...toJurisdiction(own, wave.countryTlds),
    delayedUntil: own.delayedUntil,
    reading: incident.review === null ? 'not-offered' : 'offered',
    previous: own.follows === null ? null : { issued: own.follows.issued, figures: own.follows.figures },
    unknown: {
      ...countGaps(wave.gaps, own.custodians),
      undecidedRecords: wave.undecidedRecords,
      sentence: settings.unknown ?? notice.unknown,
    },
    nextUpdate: settings.nextUpdate,
    readableFrom: settings.readableFrom,
    added: findAdded(settings, own.party),
    code: own.code,
    keyFingerprint: wave.keyFingerprint,
    checkpoint: wave.checkpoint,
    exposure: { version: wave.version.version, digest: wave.version.digest },
  };
}

/** Who tells, with all texts of the incident file that stand in every notice. */
function toTellingOrganization(
  disclosure: Disclosure,
  edited: Partial<Pick<WaveSettings, 'happened' | 'measures'>> = {},
): NotifyingOrganization {
  const { incident, notice } = disclosure;
  const { sender, contact } = notice;
  return {
    name: incident.organization.name,
    domain: findDomain(disclosure),
    page: notice.page,
    telephone: /\d{3}/.test(notice.telephone.replaceAll(/\D/g, '')) ? notice.telephone : null,
    happened: edited.happened ?? notice.happened,
    measures: edited.measures ?? notice.measures,
    reply: notice.reply,
    signature: { ...sender, ...contact },
    discovered: notice.discovered,
  };
}

/**
 * Why texts of the incident file must not stand in a notice as they are, in every language that notices are written in.
 */
export function judgeTexts(disclosure: Disclosure): readonly string[] {
  const { languages, unknown } = disclosure.notice;
  return judgeHandTexts(toTellingOrganization(disclosure), { unknown, added: null }, languages);
}

/** @throws Refusal with every reason, before anything is drafted. */
export function assertTexts(disclosure: Disclosure): void {
  const reasons = judgeTexts(disclosure);
  if (reasons.length > 0) throw new Refusal('notice-text-refused', reasons);
}

/**
 * Which addresses text and page may list, and which messages with passwords or keys: none where a contact may be
 * anybody's, and never more than the figures count.
 */
export function toListFacts(
  affected: AffectedMail | undefined,
  contacts: readonly LadderContact[],
  { affectedAddresses, secrets }: Pick<NoticeFigures, 'affectedAddresses' | 'secrets'>,
): Pick<NoticeFacts, 'addresses' | 'secretMessages' | 'isGuessed'> {
  if (contacts.some(({ rung }) => isGuessedRung(rung))) return { isGuessed: true };
  if (affected === undefined) return {};
  const { addresses, secretMessages } = affected;
  const listed = selectShownAddresses(addresses, Math.min(PAGE_ADDRESSES, affectedAddresses));
  const messages = secretMessages.slice(0, Math.min(PAGE_SECRETS, secrets ?? 0));
  return {
    addresses: { listed, total: addresses.total },
    ...(messages.length === 0 ? {} : { secretMessages: messages }),
  };
}

function toJurisdiction(
  { country, domains }: Pick<PartyFacts, 'country' | 'domains'>,
  countryTlds: WaveFacts['countryTlds'],
): Pick<NoticeFacts, 'jurisdiction'> {
  const jurisdiction = findJurisdiction(country, domains, countryTlds);
  return jurisdiction === null ? {} : { jurisdiction };
}

/** Reminders speak of the wave that they remind of as of the first one; announcements speak of none. */
function toTextWave(wave: WaveSettings['wave']): NoticeWave {
  return wave === 'reminder' || wave === 'announcement' ? 'metadata' : wave;
}

/** The organization's domain at or above the page: the one that DNS and sender vouch with. */
export function findDomain({ incident, notice }: Disclosure): string {
  const host = notice.page.split('/')[0] ?? '';
  const own = incident.organization.domains.filter((domain) => host === domain || host.endsWith(`.${domain}`));
  return own.sort((a, b) => b.length - a.length)[0] ?? host;
}

/** Of the first contact who has one of ours. */
export function chooseLanguage({ notice }: Disclosure, contacts: readonly LadderContact[]): Language {
  for (const { language } of contacts) {
    const known = language === null ? null : toLanguage(language);
    if (known !== null && notice.languages.includes(known)) return known;
  }
  return notice.language;
}

/** Of the mailboxes of these custodians, how many have gaps, in all and by kind. */
export function countGaps(
  gaps: readonly RunGap[],
  custodians: readonly string[],
): Omit<NoticeFacts['unknown'], 'sentence'> {
  const concerned = gaps.filter(({ custodian }) => custodians.includes(custodian));
  const counts: Partial<Record<GapKind, number>> = {};
  for (const kind of new Set(concerned.map((gap) => gap.kind))) {
    const boxes = new Set(concerned.filter((gap) => gap.kind === kind).map(({ custodian }) => custodian));
    counts[kind] = boxes.size;
  }
  return { mailboxes: new Set(concerned.map(({ custodian }) => custodian)).size, gaps: counts };
}
