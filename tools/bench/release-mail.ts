// The mail that the row `release-build` projects and seals: one fictional party's, of the sizes that mail has.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export const RELEASED_MESSAGES = 2000;
export const RELEASE_PARTY = 'northwind.example';

const LINE = 'The berth at the north quay stays closed until the survey is done; readings follow tomorrow.\r\n';

/** Out of a hundred: short letters, threads, letters with a picture or a table. */
function toBodyBytes(index: number): number {
  if (index % 20 === 0) return 120_000;
  return index % 4 === 0 ? 12_000 : 3_000;
}

function toMail(index: number): string {
  const head = [
    'Received: from mx.harbor.example by mail.harbor.example; Mon, 10 Sep 2001 14:05:00 +0000',
    `From: Jo Berg <jo@${RELEASE_PARTY}>`,
    'To: Phillip Allen <phillip.allen@harbor.example>',
    `Subject: Berth ${index}`,
    'Date: Mon, 10 Sep 2001 14:05:00 +0000',
    `Message-ID: <${index}@${RELEASE_PARTY}>`,
    'MIME-Version: 1.0',
  ];
  const bytes = toBodyBytes(index);
  const text = `${index}\r\n${LINE.repeat(Math.ceil(bytes / LINE.length / (bytes > 100_000 ? 40 : 1)))}`;
  if (bytes < 100_000) return [...head, 'Content-Type: text/plain; charset=us-ascii', '', text].join('\r\n');
  const table = Buffer.from(LINE.repeat(Math.ceil((bytes * 0.75) / LINE.length)))
    .toString('base64')
    .replace(/.{76}/g, '$&\r\n');
  return [
    ...head,
    'Content-Type: multipart/mixed; boundary=b',
    '',
    '--b',
    'Content-Type: text/plain',
    '',
    text,
    '--b',
    'Content-Type: text/csv; name="readings.csv"',
    'Content-Disposition: attachment; filename="readings.csv"',
    'Content-Transfer-Encoding: base64',
    '',
    table,
    '--b--',
    '',
  ].join('\r\n');
}

/** Writes mailbox and incident file; gives the path of that. Every message is exposed: nothing was logged. */
export function writeReleaseIncident(folder: string): string {
  mkdirSync(folder, { recursive: true });
  const mails = Array.from({ length: RELEASED_MESSAGES }, (_, index) => toMail(index));
  writeFileSync(
    join(folder, 'mail.mbox'),
    mails.map((mail) => `From a@harbor.example Mon Sep 10 15:00:00 2001\r\n${mail}\r\n`).join(''),
  );
  const path = join(folder, 'incident.yaml');
  writeFileSync(
    path,
    `incident: bench-release
organization: { name: Harbor Energy, domains: [harbor.example] }
window: { start: 2001-09-01T00:00:00Z, contained: 2001-10-20T00:00:00Z }
mailboxes:
  - { custodian: allen-p, address: phillip.allen@harbor.example, evidence: mail.mbox }
access: []
coverage:
  - { mailbox: allen-p, kind: audit-off, from: 2001-09-01T00:00:00Z, to: 2001-10-20T00:00:00Z }
intruder:
  applications: [35fe6726-961c-443e-aa09-5ad746505c06]
  reach: [{ mailbox: all, by: application }]
policy: { gaps: presumed }
`,
  );
  return path;
}
