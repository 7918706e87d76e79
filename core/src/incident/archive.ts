import { type Finding, refuse, warn } from './finding.ts';
import type { DeclaredGap, Incident, Mailbox } from './incident.ts';
import { PLACEHOLDER } from './incident-schema.ts';

// An archive is a mailbox with its own GUID and the primary's address. Records with only the address belong to the
// mailbox listed first, so the archive follows it.

/** Addresses are unique, except for an archive, which follows its mailbox. */
export function checkArchives({ mailboxes }: Incident): Finding[] {
  const first = new Map<string, Mailbox>();
  return mailboxes.flatMap((mailbox, index): Finding[] => {
    const key = mailbox.address.toLowerCase();
    const other = first.get(key);
    if (other === undefined || mailbox.address === PLACEHOLDER) {
      first.set(key, mailbox);
      return [];
    }
    const path = ['mailboxes', index, 'address'];
    const twice = `address "${key}" is given twice, first for ${other.custodian}`;
    if (other.kind === 'archive' && mailbox.kind !== 'archive')
      return [refuse(path, `${twice}; list the archive after the mailbox that it belongs to`)];
    if (mailbox.kind !== 'archive')
      return [
        refuse(
          path,
          `${twice}; if this is the archive of ${other.custodian}, add \`kind: archive\`; if it is the same mailbox again, put both into one folder and list that folder once`,
        ),
      ];
    if (mailbox.guids.length > 0) return [];
    const text = `${mailbox.custodian} is the archive of ${other.custodian} and has no GUID: no record can refer to it, so none of its mail is cleared. Add its ArchiveGuid (Get-Mailbox) as \`guid\`.`;
    return [warn(path, text, 'archive-without-guid')];
  });
}

/** What was opened is unknown for an archive whose records have another mailbox's address and an unlisted GUID. */
export function listArchiveGaps({ mailboxes, window }: Pick<Incident, 'mailboxes' | 'window'>): DeclaredGap[] {
  const seen = new Set<string>();
  return mailboxes.flatMap(({ address, custodian, kind, guids }) => {
    const isFirst = !seen.has(address.toLowerCase());
    seen.add(address.toLowerCase());
    if (isFirst || kind !== 'archive' || guids.length > 0) return [];
    return [
      {
        mailbox: custodian,
        kind: 'unsupported',
        from: window.start,
        to: window.contained,
        source: 'archive without GUID',
      },
    ];
  });
}
