import { toALabels, toIdKey } from '@candor/core/base';
import ipaddr from 'ipaddr.js';
import { type Finding, refuse, warn } from './finding.ts';
import type { Incident } from './incident.ts';
import { PLACEHOLDER, type WrittenIncident } from './incident-schema.ts';
import type { YamlPath } from './yaml-lines.ts';

/** Custodians, addresses and evidence are unique, and every mentioned mailbox exists. */
export function checkNames(incident: Incident): Finding[] {
  const findings: Finding[] = [];
  const once = (what: string, toKey: (mailbox: Incident['mailboxes'][number]) => string, key: string) => {
    const first = new Map<string, string>();
    for (const [index, mailbox] of incident.mailboxes.entries()) {
      const value = toKey(mailbox);
      const other = first.get(value);
      if (other === undefined) first.set(value, mailbox.custodian);
      else findings.push(refuse(['mailboxes', index, key], `${what} "${value}" is given twice, first for ${other}`));
    }
  };
  once('custodian', (mailbox) => mailbox.custodian, 'custodian');
  once('evidence', (mailbox) => mailbox.evidence, 'evidence');
  const known = new Set(incident.mailboxes.map((mailbox) => mailbox.custodian));
  const named = (name: string, path: YamlPath) => {
    // While a custodian is unknown, any name may be theirs.
    if (known.has(name) || known.has(PLACEHOLDER)) return;
    const owner = incident.mailboxes.find(({ address }) => address.toLowerCase() === name.toLowerCase());
    const fix = owner === undefined ? '' : `; it is the address of ${owner.custodian}: write that`;
    findings.push(refuse(path, `"${name}" is not a custodian in this file${fix}`));
  };
  for (const [index, file] of incident.access.entries()) {
    if (file.covers === null || file.covers.mailboxes === 'all') continue;
    for (const name of file.covers.mailboxes) named(name, ['access', index, 'covers', 'mailboxes']);
  }
  for (const [index, gap] of incident.coverage.entries()) named(gap.mailbox, ['coverage', index, 'mailbox']);
  for (const [index, reach] of incident.intruder.reach.entries()) {
    if (reach.mailbox !== 'all') named(reach.mailbox, ['intruder', 'reach', index, 'mailbox']);
  }
  for (const [index, { file }] of incident.arrivals.entries()) {
    if (incident.arrivals.findIndex((other) => other.file === file) < index)
      findings.push(refuse(['arrivals', index, 'file'], `"${file}" is given twice; it is read once`));
  }
  const files = new Map<string, number>();
  for (const [index, file] of incident.access.entries()) {
    if (files.has(file.file))
      findings.push(refuse(['access', index, 'file'], `"${file.file}" is given twice; it is read once`));
    files.set(file.file, index);
  }
  return findings;
}

/** An entry of `access` names a file, or a folder whose files are not known yet. */
export function checkLogEntries({ access = [] }: WrittenIncident): Finding[] {
  return access.flatMap(({ file, folder, covers, exported, acquired }, index): Finding[] => {
    const place = ['access', index];
    if (file === undefined && folder === undefined)
      return [refuse([...place, 'file'], `access[${index + 1}].file is missing`)];
    if (file !== undefined && folder !== undefined)
      return [refuse([...place, 'folder'], 'an entry names a `file` or a `folder`; write two entries')];
    const key = covers !== undefined ? 'covers' : exported !== undefined ? 'exported' : 'acquired';
    if (folder === undefined || (key === 'acquired' && acquired === undefined)) return [];
    const text = `\`${key}\` applies to one file; list that file in its own entry and set it there`;
    return [refuse([...place, key], text)];
  });
}

export function checkOrder(incident: Incident): Finding[] {
  const findings: Finding[] = [];
  if (incident.window.start > incident.window.contained) {
    findings.push(
      refuse(['window'], 'the window is contained before it starts; swap the two, or correct the later one'),
    );
  }
  for (const [index, file] of incident.access.entries()) {
    if (file.covers !== null && file.covers.from > file.covers.to) {
      findings.push(refuse(['access', index, 'covers'], '`covers` ends before it begins; swap from and to'));
    }
  }
  for (const [index, { from, to }] of incident.intruder.reach.entries()) {
    if (from !== null && to !== null && from > to)
      findings.push(refuse(['intruder', 'reach', index], 'this reach ends before it begins; swap from and to'));
  }
  for (const [index, gap] of incident.coverage.entries()) {
    if (gap.from > gap.to)
      findings.push(refuse(['coverage', index], 'the gap ends before it begins; swap from and to'));
  }
  return findings;
}

/** Names and number of mailboxes, and words and people of the response. */
export function checkResponse({ organization, mailboxes, interest }: Incident): Finding[] {
  const findings: Finding[] = [];
  const blank = (texts: readonly string[], path: YamlPath, what: string) => {
    for (const [index, text] of texts.entries()) {
      if (text === '') findings.push(refuse([...path, index], `${what} here is blank; fill it in or remove the line`));
    }
  };
  for (const [index, { names }] of mailboxes.entries()) blank(names, ['mailboxes', index, 'names'], 'the name');
  blank(interest?.words ?? [], ['interest', 'words'], 'the word');
  for (const [index, address] of (interest?.addresses ?? []).entries()) {
    if (!isMailAddress(address) && address !== PLACEHOLDER.toLowerCase())
      findings.push(refuse(['interest', 'addresses', index], `"${address}" is not a mail address`));
  }
  if (Number.isNaN(organization.mailboxes))
    findings.push(refuse(['organization', 'mailboxes'], 'organization.mailboxes must be a whole number'));
  else if (organization.mailboxes !== null && organization.mailboxes < mailboxes.length)
    findings.push(
      warn(
        ['organization', 'mailboxes'],
        `organization.mailboxes is ${organization.mailboxes}, but this file lists ${mailboxes.length} mailboxes; count all of them`,
      ),
    );
  return findings;
}

const domain =
  /^(?=.{1,253}$)[\p{L}\p{N}_](?:[\p{L}\p{N}_-]*[\p{L}\p{N}_])?(?:\.[\p{L}\p{N}_](?:[\p{L}\p{N}_-]*[\p{L}\p{N}_])?)*$/u;

export function checkDomains(incident: Incident): Finding[] {
  const wrong = incident.organization.domains.flatMap((name, index): Finding[] => {
    if (domain.test(name) || name === PLACEHOLDER.toLowerCase()) return [];
    return [
      refuse(
        ['organization', 'domains', index],
        `"${name}" is not a domain; write it like harbor.example, without @ or *`,
      ),
    ];
  });
  const strange = incident.mailboxes.flatMap((mailbox, index): Finding[] => {
    if (isMailAddress(mailbox.address) || mailbox.address === PLACEHOLDER) return [];
    return [refuse(['mailboxes', index, 'address'], `"${mailbox.address}" is not a mail address`)];
  });
  // When a domain is invalid, any mailbox may be at the intended one.
  if (wrong.length > 0 || incident.organization.domains.includes(PLACEHOLDER.toLowerCase()))
    return [...wrong, ...strange];
  return [...strange, ...checkMailboxDomains(incident)];
}

function isMailAddress(text: string): boolean {
  return /^[^\s@]+@[^\s@]+$/.test(text);
}

/**
 * Mailboxes outside the organization's domains: their domain would count as an outside party and be notified of its own
 * mail.
 */
function checkMailboxDomains({ organization, mailboxes }: Incident): Finding[] {
  return mailboxes.flatMap(({ address }, index) => {
    const domain = toALabels(address.slice(address.lastIndexOf('@') + 1).toLowerCase());
    if (!isMailAddress(address) || organization.domains.some((own) => domain === own || domain.endsWith(`.${own}`)))
      return [];
    const text = `the domain of "${address}" is not among organization.domains; it would count as an outside party and be notified of its own mail. Add the domain there, or correct the address.`;
    return [warn(['mailboxes', index, 'address'], text, 'mailbox-foreign')];
  });
}

/** Every entry is an address or range; warns about overlaps, whose records A7 makes ambiguous. */
export function checkAddresses(incident: Incident): Finding[] {
  const lists: { readonly path: YamlPath; readonly entries: readonly string[] }[] = [
    { path: ['organization', 'addresses'], entries: incident.organization.addresses },
    { path: ['intruder', 'addresses'], entries: incident.intruder.addresses },
    ...incident.organization.applications.map(({ addresses }, index) => ({
      path: ['organization', 'applications', index, 'addresses'],
      entries: addresses,
    })),
    ...incident.mailboxes.map((mailbox, index) => ({
      path: ['mailboxes', index, 'addresses'],
      entries: mailbox.addresses,
    })),
  ];
  const findings = lists.flatMap(({ path, entries }) =>
    entries.flatMap((entry, index): Finding[] => {
      if (isAddressOrRange(entry)) return [];
      const said = `"${entry}" is neither an IP address nor a range like 192.0.2.0/24${toRightKey(entry)}`;
      return [refuse([...path, index], said)];
    }),
  );
  const intruders = incident.intruder.addresses.filter(isAddressOrRange).map(toRange);
  for (const { path, entries } of lists) {
    if (path[0] === 'intruder') continue;
    for (const [index, entry] of entries.entries()) {
      const other = isAddressOrRange(entry) ? intruders.find((range) => isOverlap(range, toRange(entry))) : undefined;
      if (other === undefined) continue;
      const which = other.written === entry ? `"${entry}" is listed` : `"${entry}" and "${other.written}" overlap, one`;
      const text = `${which} as the intruder's and as the owner's; its records will be ambiguous (A7)`;
      findings.push(warn([...path, index], text));
    }
  }
  return findings;
}

/** The key that an entry probably belongs to, by its form. */
function toRightKey(entry: string): string {
  if (guid.test(toIdKey(entry)))
    return '; it looks like the id of a session or an application: move it to intruder.sessions or intruder.applications';
  return isMailAddress(entry) ? '; it is a mail address; only IP addresses belong here' : '';
}

interface Range {
  readonly written: string;
  readonly address: ipaddr.IPv4 | ipaddr.IPv6;
  readonly bits: number;
}

/** A single IPv6 address stands for its /64 (docs/formats/rules.md, Attribution). */
function toRange(written: string): Range {
  const [text = '', bits] = written.split('/');
  const address = ipaddr.parse(text);
  return { written, address, bits: bits === undefined ? (address.kind() === 'ipv6' ? 64 : 32) : Number(bits) };
}

function isOverlap(a: Range, b: Range): boolean {
  return a.address.kind() === b.address.kind() && a.address.match(b.address, Math.min(a.bits, b.bits));
}

/** Whether a text is an internet address, or a range like 192.0.2.0/24. */
export function isAddressOrRange(text: string): boolean {
  const [address, bits, ...rest] = text.split('/');
  if (address === undefined || rest.length > 0 || !ipaddr.isValid(address)) return false;
  // ipaddr.js accepts "10", "0x7f.1" and "010.0.0.1" like inet_aton; nobody means that in a list.
  const last = address.slice(address.lastIndexOf(':') + 1);
  if ((last === address || last.includes('.')) && !ipaddr.IPv4.isValidFourPartDecimal(last)) return false;
  if (bits === undefined) return true;
  // An IPv4 range in IPv6 form includes the preceding 96 bits: shorter ones would match nothing.
  const isMapped = address.includes(':') && ipaddr.process(address).kind() === 'ipv4';
  return /^\d{1,3}$/.test(bits) && Number(bits) >= (isMapped ? 96 : 0) && Number(bits) <= (last === address ? 32 : 128);
}

const guid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** A GUID names one mailbox. */
export function checkGuids(written: WrittenIncident): Finding[] {
  const findings: Finding[] = [];
  const owners = new Map<string, string>();
  for (const [index, mailbox] of written.mailboxes.entries()) {
    const given = [
      { value: mailbox.guid, path: ['mailboxes', index, 'guid'] },
      ...(mailbox.guids ?? []).map((value, at) => ({ value, path: ['mailboxes', index, 'guids', at] })),
    ];
    for (const { value, path } of given) {
      if (value === undefined) continue;
      const key = toIdKey(value);
      const owner = owners.get(key);
      if (owner !== undefined && owner !== mailbox.custodian) {
        findings.push(refuse(path, `GUID "${value}" is given for ${owner} too; a GUID identifies one mailbox`));
      } else if (!guid.test(key)) {
        findings.push(warn(path, `"${value}" does not look like a mailbox GUID; records are matched by it`));
      }
      owners.set(key, mailbox.custodian);
    }
  }
  return findings;
}
