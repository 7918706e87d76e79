import { formatInstant, hint, type Instant } from '@candor/core/base';

export interface DraftMailbox {
  readonly custodian: string;
  readonly evidence: string;
  readonly address: string | null;
  readonly guid: string | null;
  readonly folders: string | null;
  /** The earlier custodian with the same address: this mailbox is treated as their archive. */
  readonly archiveOf: string | null;
}

export interface DraftIncident {
  readonly id: string;
  readonly mailboxes: readonly DraftMailbox[];
  readonly access: readonly { readonly file: string; readonly first: number | null; readonly last: number | null }[];
  readonly directory: string | null;
  readonly unmatchedFolderLists: readonly string[];
  /** They looked like mailboxes but are none. */
  readonly leftOut: readonly { readonly path: string; readonly words: string }[];
}

/** What a person said already; null or nothing where it stays to be filled in. */
export interface FilledIn {
  readonly organization: string | null;
  /** Nothing: those of the mailboxes. */
  readonly domains: readonly string[];
  readonly start: Instant | null;
  readonly contained: Instant | null;
  readonly sessions: readonly string[];
  readonly tokens: readonly string[];
  readonly applications: readonly string[];
  readonly addresses: readonly string[];
  /** The address of a mailbox by its custodian. */
  readonly owners: ReadonlyMap<string, string>;
}

const NOTHING: FilledIn = {
  organization: null,
  domains: [],
  start: null,
  contained: null,
  sessions: [],
  tokens: [],
  applications: [],
  addresses: [],
  owners: new Map(),
};

/** Stands where only a person knows; `candor check` names each place. */
const open = 'TO FILL IN';

/** The text of a new incident file, with a comment at every decision for a person. */
export function toIncidentText(draft: DraftIncident, filled: FilledIn = NOTHING): string {
  const { organization, start, contained } = filled;
  const domains = filled.domains.length > 0 ? filled.domains : findDomains(draft.mailboxes);
  return [
    '# What Candor is to read and what is known of the intruder. docs/formats/incident-file.md explains every key.',
    `# Paths are relative to this file. Times are UTC. Then: ${hint('check').command}, ${hint('run').command}.`,
    '',
    `incident: ${quote(draft.id)}`,
    'organization:',
    `  name: ${JSON.stringify(organization ?? open)}                        # your organization, as outsiders know it`,
    `  domains: [${domains.length === 0 ? open : domains.map(quote).join(', ')}]   # these and everything below them are internal; add all that you own`,
    "  # addresses: [192.0.2.0/24]              # your own egress addresses: records from them are the owner's",
    '',
    '# From the first moment the intruder may have been in to the moment it was shut out. Everything is judged against it.',
    `window: { start: ${toTime(start)}, contained: ${toTime(contained)} }   # for example 2001-09-10T00:00:00Z`,
    '',
    'mailboxes:',
    ...draft.mailboxes.flatMap((mailbox) => toMailboxLines(mailbox, filled.owners.get(mailbox.custodian) ?? null)),
    ...draft.leftOut.map(({ path, words }) => `  # ${quote(path)} ${words}`),
    ...(draft.unmatchedFolderLists.length === 0
      ? []
      : [`  # folder lists whose mailbox is not clear: ${draft.unmatchedFolderLists.join(', ')}`]),
    '',
    ...toAccessLines(draft),
    '',
    '# Times for which somebody knows that accesses were not logged.',
    '# coverage:',
    '#   - { mailbox: CUSTODIAN, kind: unlicensed, from: 2001-09-01T00:00:00Z, to: 2001-10-01T00:00:00Z, source: "licence report" }',
    '',
    "# What marks a record as the intruder's. With nothing here every unknown record in the window is ambiguous.",
    'intruder:',
    `  sessions: ${toList(filled.sessions)}       # session ids (SessionId, AADSessionId)`,
    `  tokens: ${toList(filled.tokens)}         # UniqueTokenId`,
    `  applications: ${toList(filled.applications)}   # AppId or ClientAppId`,
    `  addresses: ${toList(filled.addresses)}      # addresses or ranges`,
    '  # reach: [ { mailbox: CUSTODIAN, by: credentials } ]   # what it could have opened: credentials | application | delegation; or mailbox: all',
    '',
    draft.directory === null
      ? '# directory: directory.csv   # who the outside parties are'
      : `directory: ${quote(draft.directory)}`,
    '',
  ].join('\n');
}

function toMailboxLines(mailbox: DraftMailbox, owner: string | null): string[] {
  const address = mailbox.address ?? owner;
  return [
    `  - custodian: ${quote(mailbox.custodian)}`,
    `    address: ${address === null ? open : quote(address)}${mailbox.address === null ? '' : '   # stands in most of its messages: check it'}`,
    `    evidence: ${quote(mailbox.evidence)}`,
    ...(mailbox.archiveOf === null
      ? []
      : [
          `    kind: archive   # it has the address of ${mailbox.archiveOf}. If it is the same mailbox again, put both files into one folder and name that once`,
        ]),
    mailbox.guid === null
      ? mailbox.archiveOf === null
        ? '    # guid: …   # MailboxGuid in the audit records; without one they are joined by the address'
        : '    # guid: …   # its ArchiveGuid (Get-Mailbox); without it nothing of the archive is cleared'
      : `    guid: ${quote(mailbox.guid)}`,
    ...(mailbox.folders === null ? [] : [`    folders: ${quote(mailbox.folders)}`]),
  ];
}

function toTime(instant: Instant | null): string {
  return instant === null ? open : formatInstant(instant);
}

/** Always in quotes: an id of digits is no number. */
function toList(texts: readonly string[]): string {
  return `[${texts.map((text) => JSON.stringify(text)).join(', ')}]`;
}

function toAccessLines({ access }: DraftIncident): string[] {
  if (access.length === 0)
    return [
      '# No access log was found. Without one the log is blind for the whole window.',
      '# access:',
      '#   - file: audit/export.jsonl',
    ];
  return [
    '# `covers` asserts that an access in that time would have been recorded; only a person can say so. Without it the log counts as blind.',
    'access:',
    ...access.flatMap(({ file, first, last }) => [
      `  - file: ${quote(file)}${first === null || last === null ? '' : `   # its first records: ${formatInstant(first)} to ${formatInstant(last)}`}`,
      '    # covers: { mailboxes: all, from: 2001-09-01T00:00:00Z, to: 2001-11-01T00:00:00Z }   # what the export was asked for',
    ]),
  ];
}

/**
 * Domains of the owners, most frequent first. One that only one of many mailboxes has is more likely a correspondent's.
 */
export function findDomains(mailboxes: readonly DraftMailbox[]): string[] {
  const counts = new Map<string, number>();
  for (const { address } of mailboxes) {
    const domain = address?.split('@').at(-1);
    if (domain !== undefined) counts.set(domain, (counts.get(domain) ?? 0) + 1);
  }
  const sorted = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  const repeated = sorted.filter(([, count]) => count > 1);
  return (repeated.length > 0 ? repeated : sorted).map(([domain]) => domain);
}

/** Plain where YAML takes it as it is, else in double quotes. */
function quote(text: string): string {
  return /^[\p{L}\p{N}][\p{L}\p{N}@._/-]*$/u.test(text) ? text : JSON.stringify(text);
}
