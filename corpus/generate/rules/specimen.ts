import { toGuid } from '../identity.ts';
import { toMailDate, toSeconds } from '../instant.ts';

/** One copy of a rule incident: its file name says the rule, its README row says what must come out. */
export type Specimen = {
  readonly custodian: string;
  /** Null: at the top of the tree, folder unknown. */
  readonly folder: string | null;
  readonly name: string;
  /** ISO; becomes the top `Received`, and `Date` unless `fields` has one. */
  readonly arrived: string;
  /** Without brackets; `name@rules.example` when not given; null for none. */
  readonly id?: string | null;
  /** Subject and text: copies with the same content share a fingerprint. */
  readonly content?: string;
  /** Further or other header fields. */
  readonly fields?: readonly string[];
  /** Rule code → reason, verdict, as the README shows it. */
  readonly rule: string;
  readonly verdict: string;
  readonly records: readonly string[];
  /** Where it lies below `mailboxes/`, when one of the incident's `files` holds it. */
  readonly at?: string;
};

export type RuleMailbox = {
  readonly custodian: string;
  readonly folders: readonly (readonly [path: string, type: string])[];
  /** Lines below the mailbox in incident.yaml. */
  readonly addresses?: readonly string[];
  readonly names?: readonly string[];
  readonly kind?: string;
  readonly audited?: true;
  readonly delegates?: readonly string[];
  /** Other than `<custodian>@lighthouse.example`. */
  readonly address?: string;
  /** Below `mailboxes/`, when it is not a folder of the custodian's name. */
  readonly evidence?: string;
};

export type RuleIncident = {
  readonly name: string;
  readonly title: string;
  readonly introduction: string;
  readonly mailboxes: readonly RuleMailbox[];
  readonly specimens: readonly Specimen[];
  readonly audit: Readonly<Record<string, string>>;
  /** Further files by their path below the incident: mailboxes that are no tree of .eml files. */
  readonly files?: Readonly<Record<string, string>>;
  /** Everything after `mailboxes` in incident.yaml. */
  readonly rest: string;
  readonly directory: string | null;
  /** Entries of `organization.applications`. */
  readonly applications?: readonly string[];
};

export function guidOf(custodian: string): string {
  return toGuid(`rules ${custodian}`);
}

export function folderOf(custodian: string, path: string): string {
  return `folder-${custodian}-${path.toLowerCase()}`;
}

function messageIdOf(specimen: Specimen): string | null {
  if (specimen.id === null) return null;
  return `<${specimen.id ?? `${specimen.name}@rules.example`}>`;
}

export function audited(custodian: string): { readonly guid: string; readonly address: string } {
  return { guid: guidOf(custodian), address: `${custodian}@lighthouse.example` };
}

export function toEml(specimen: Specimen): string {
  const id = messageIdOf(specimen);
  const content = specimen.content ?? specimen.name;
  const seconds = toSeconds(specimen.arrived);
  const own = specimen.fields ?? [];
  const has = (name: string): boolean => own.some((field) => field.startsWith(`${name}:`));
  const fields = [
    `Received: from mx.outside.example by mx.lighthouse.example; ${toMailDate(seconds)}`,
    ...(has('Date') ? [] : [`Date: ${toMailDate(seconds)}`]),
    ...(has('From') ? [] : ['From: Outside <sender@outside.example>']),
    ...(has('To') ? [] : [`To: ${specimen.custodian}@lighthouse.example`]),
    ...(has('Subject') ? [] : [`Subject: ${content}`]),
    ...(id === null ? [] : [`Message-ID: ${id}`]),
    ...own,
  ];
  const typed = own.some((field) => field.startsWith('Content-Type: multipart'));
  return typed ? `${fields.join('\n')}\n` : `${fields.join('\n')}\n\nText of ${content}.\n`;
}
