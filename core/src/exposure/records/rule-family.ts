import type { AuditRecord } from '@candor/core/evidence/record';
import { listParameter, toLastPart } from '../attribution/mailbox-index.ts';

/** A kind of rule or policy that may send mail elsewhere (docs/formats/rules.md, F1, rules). */
export interface RuleFamily {
  /** End of the operation's name, in lower case; with the name of a rule it is the rule's key. */
  readonly noun: string;
  readonly targets: readonly string[];
  /** `mailbox`: of rules of a mailbox. `recipient`: the mailbox that `Recipient` names, or all. */
  readonly reach: 'mailbox' | 'recipient' | 'all';
  /** Its condition `SentTo` is evaluated: a mailbox may have other addresses than its own rules name. */
  readonly hasRecipients: boolean;
  /** Without a target, a parameter that these rules do not read may do the same. */
  readonly mayBeUnreadable: boolean;
  /** It sends only what it suspects, so what it sent is never known. */
  readonly isPolicy: boolean;
}

export type RuleVerb = 'new' | 'set' | 'enable' | 'remove' | 'disable';

const POLICY = { reach: 'all', hasRecipients: false, mayBeUnreadable: false, isPolicy: true } as const;

const FAMILIES: readonly RuleFamily[] = [
  {
    noun: 'inboxrule',
    targets: ['ForwardTo', 'RedirectTo', 'ForwardAsAttachmentTo'],
    reach: 'mailbox',
    hasRecipients: false,
    mayBeUnreadable: true,
    isPolicy: false,
  },
  {
    noun: 'transportrule',
    targets: [
      'BlindCopyTo',
      'CopyTo',
      'RedirectMessageTo',
      'AddToRecipients',
      'GenerateIncidentReport',
      'ModerateMessageByUser',
      'RouteMessageOutboundConnector',
    ],
    reach: 'all',
    hasRecipients: true,
    mayBeUnreadable: true,
    isPolicy: false,
  },
  {
    noun: 'journalrule',
    targets: ['JournalEmailAddress'],
    reach: 'recipient',
    hasRecipients: true,
    mayBeUnreadable: false,
    isPolicy: false,
  },
  {
    noun: 'dlpcompliancerule',
    targets: ['RedirectMessageTo', 'AddRecipients', 'GenerateIncidentReport', 'Moderate'],
    reach: 'all',
    hasRecipients: false,
    mayBeUnreadable: false,
    isPolicy: false,
  },
  ...['safeattachmentpolicy', 'hostedcontentfilterpolicy', 'hostedoutboundspamfilterpolicy', 'antiphishpolicy'].map(
    (noun): RuleFamily => ({
      noun,
      targets: [
        'RedirectAddress',
        'RedirectToRecipients',
        'TestModeBccToRecipients',
        'BccSuspiciousOutboundAdditionalRecipients',
        'TargetedUserActionRecipients',
        'TargetedDomainActionRecipients',
        'MailboxIntelligenceProtectionActionRecipients',
      ],
      ...POLICY,
    }),
  ),
];

/** Rules of a mailbox that a mail program made share their names with those of cmdlets. */
export const INBOX_NOUN = 'inboxrule';

const EXCEPTION = 'exceptif';
const VERBS: readonly RuleVerb[] = ['new', 'set', 'enable', 'remove', 'disable'];
/** Every parameter of the table: read, whatever it holds. */
const READ: ReadonlySet<string> = new Set(FAMILIES.flatMap(({ targets }) => targets.map((name) => name.toLowerCase())));

/** Rules made from a file, of which the log shows nothing. */
const IMPORTS: ReadonlySet<string> = new Set(['import-transportrulecollection', 'import-journalrulecollection']);

/** DLP rules and policies are begun by `New-` and `Set-` and end by `Remove-`: other verbs say nothing there. */
const SHORT_VERBS: ReadonlySet<RuleVerb> = new Set<RuleVerb>(['new', 'set', 'remove']);

export interface RuleOperation {
  readonly verb: RuleVerb;
  readonly family: RuleFamily;
}

export function toRuleOperation(operation: string): RuleOperation | null {
  const name = operation.toLowerCase();
  const verb = VERBS.find((each) => name.startsWith(`${each}-`));
  if (verb === undefined) return null;
  const family = FAMILIES.find(({ noun }) => name === `${verb}-${noun}`);
  if (family === undefined) return null;
  const isShort = family.isPolicy || family.noun === 'dlpcompliancerule';
  return isShort && !SHORT_VERBS.has(verb) ? null : { verb, family };
}

export function isRuleImport(operation: string): boolean {
  return IMPORTS.has(operation.toLowerCase());
}

/** Every parameter that names a target, of any family. */
export function listTargetParameters(): readonly string[] {
  return [...new Set(FAMILIES.flatMap(({ targets }) => targets))];
}

/** Names of mailbox rules are unique per mailbox, others globally. An empty name never equals another. */
export function toRuleKey({ noun, reach }: RuleFamily, custodian: string | null, name: string | null): string | null {
  if (name === null || name === '') return null;
  return `${reach === 'mailbox' ? (custodian ?? '') : ''}\n${noun} ${name}`;
}

/** `Name`, otherwise the last part of `Identity` or `ObjectId`, in lower case. */
export function nameOfRule(record: AuditRecord): string | null {
  const [given] = listParameter(record, 'Name');
  if (given !== undefined) return given.trim().toLowerCase();
  const [identity] = listParameter(record, 'Identity');
  const last = toLastPart(identity ?? record.objectId ?? '');
  return last === '' ? null : last;
}

/**
 * What a rule without a target does, as far as its parameters say. `unread`: one of them is unknown to these rules, and
 * may send mail elsewhere. `silent`: it has no parameter at all.
 */
export function readRuleParameters(
  parameters: AuditRecord['parameters'],
  known: ReadonlySet<string>,
): 'read' | 'unread' | 'silent' {
  if (parameters.length === 0) return 'silent';
  const isUnread = parameters.some(({ name, value }) => {
    const key = name.trim().toLowerCase();
    return !isUnset(value) && !READ.has(key) && !known.has(key) && !key.startsWith(EXCEPTION);
  });
  return isUnread ? 'unread' : 'read';
}

/** Logged forms of a parameter that is cleared or off. */
export function isUnset(value: string): boolean {
  return UNSET.has(value.trim().toLowerCase());
}

const UNSET: ReadonlySet<string> = new Set(['', '$null', 'null', 'false', '$false']);
