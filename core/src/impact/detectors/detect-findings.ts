import { findAccessCodes } from './access-code.ts';
import { bankAccounts } from './bank-account.ts';
import { findBirthDates } from './birth-date.ts';
import { findCalledCodes } from './called-code.ts';
import { findListedCodes } from './code-list.ts';
import { findInColumns } from './column/find-in-columns.ts';
import { findSecurityAnswers } from './credential/answer.ts';
import { findAnsweredInChat, findAnsweredSubject } from './credential/answered.ts';
import { findAsPassword } from './credential/as-password.ts';
import { findBesideCredentials } from './credential/beside.ts';
import { findLabelledCredentials } from './credential/labelled.ts';
import { findPairedCredentials } from './credential/pair.ts';
import { findListedPairs } from './credential/pair-list.ts';
import { findSaid } from './credential/said.ts';
import { findShaped } from './credential/shaped.ts';
import { findShortLabelled } from './credential/short-label.ts';
import { findTabledCredentials } from './credential/table.ts';
import { type Confidence, type Detector, type Finding, SearchedText } from './finding.ts';
import { createHintScan } from './hint-scan.ts';
import { findAddressesInFiles, findHomeAddresses } from './home-address.ts';
import { findLockCodes, findTypedCodes } from './lock-code.ts';
import { findLoginNames } from './login-name.ts';
import { nationalIds } from './national-id.ts';
import { findPairedLogins } from './paired-login.ts';
import { findPaymentCards } from './payment-card.ts';
import { personNumbers } from './person-number.ts';
import { findPrivateTelephones } from './private-telephone.ts';
import { findSalaries } from './salary.ts';
import { secretKeys } from './secret-key.ts';
import { sensitiveData } from './sensitive.ts';
import { findServiceKeys } from './service-key.ts';
import { tokens } from './token.ts';

const DETECTORS: readonly Detector[] = [
  findLabelledCredentials,
  findTabledCredentials,
  findAsPassword,
  findPairedCredentials,
  findShortLabelled,
  findListedPairs,
  findSaid,
  findSecurityAnswers,
  findAnsweredInChat,
  findShaped,
  findAccessCodes,
  findCalledCodes,
  findLockCodes,
  findTypedCodes,
  findListedCodes,
  tokens,
  ...secretKeys,
  findServiceKeys,
  findPaymentCards,
  ...bankAccounts,
  ...nationalIds,
  findBirthDates,
  ...personNumbers,
  findHomeAddresses,
  findAddressesInFiles,
  findPrivateTelephones,
  findLoginNames,
  findSalaries,
  findInColumns,
];

const RANK: Readonly<Record<Confidence, number>> = { certain: 0, likely: 1, weak: 2 };

/** What holds other secrets in it: the link is what opens, not the number of the key within. */
const WHOLE: ReadonlySet<string> = new Set(['secret-key-link', 'secret-key-connection', 'secret-key-private-key']);

function toRank({ detector, confidence }: Finding): number {
  return confidence !== 'weak' && WHOLE.has(detector) ? -1 : RANK[confidence];
}

/** Each rule, those for specially protected data last. */
export const WITH_SENSITIVE: readonly Detector[] = [...DETECTORS, ...sensitiveData];

const scan = createHintScan(DETECTORS.map(({ hints }) => hints));
const scanWithSensitive = createHintScan(WITH_SENSITIVE.map(({ hints }) => hints));

export interface DetectionOptions {
  /** Looks for data on health and other specially protected data too (Art. 9 GDPR). */
  readonly sensitive?: boolean;
  /** The subject of the message, where the text is its body: an answer may be all that stands there. */
  readonly subject?: string;
  /** Mail of a list or to many: what it says of people is seldom about a reader of it. */
  readonly isBulk?: boolean;
}

/** Said of the public, or in links that count readers; secrets in such mail are shared ones, and count. */
const WEAK_IN_BULK: ReadonlySet<Finding['kind']> = new Set(['health', 'special-category', 'salary', 'login-name']);

const weaken = (finding: Finding): Finding =>
  WEAK_IN_BULK.has(finding.kind) ? { ...finding, confidence: 'weak' } : finding;

/**
 * Finds secrets and personal data in a text with LF line ends. Findings do not overlap: a link, a connection or a
 * private key stands before what it holds; then the surer one, the longer one, the first. In order of their start.
 * Pure, never throws, linear in the length of the text.
 */
export function detectFindings(
  text: string,
  { sensitive = false, subject = '', isBulk = false }: DetectionOptions = {},
): readonly Finding[] {
  const searched = new SearchedText(text, subject);
  const detectors = sensitive ? WITH_SENSITIVE : DETECTORS;
  const found = (sensitive ? scanWithSensitive : scan)(searched).flatMap((lines, at) =>
    lines.length === 0 ? [] : (detectors[at]?.find(searched, lines) ?? []),
  );
  found.push(...findAnsweredSubject(searched));
  found.push(...findBesideCredentials(searched, found));
  found.push(...findPairedLogins(searched, found));
  if (found.length === 0) return [];
  const ranked = (isBulk ? found.map(weaken) : found).sort(
    (a, b) => toRank(a) - toRank(b) || b.end - b.start - (a.end - a.start) || a.start - b.start,
  );
  const kept: Finding[] = [];
  const taken = new Uint8Array(text.length);
  for (const finding of ranked) {
    if (taken.subarray(finding.start, finding.end).includes(1)) continue;
    taken.fill(1, finding.start, finding.end);
    kept.push(finding);
  }
  return kept.sort((a, b) => a.start - b.start);
}
