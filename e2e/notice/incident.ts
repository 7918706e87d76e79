import { appendFileSync, cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RunningServices } from '../../tools/services/running.ts';
import { ask, PROJECT } from '../candor.ts';

export const OPERATORS = ['Ines Adler', 'Marek Dvorak'] as const;

/** An operator's key file and passphrase, as options of a command. */
export function signAs(name: string): readonly string[] {
  return ['--as', name, '--key', `keys/${toFile(name)}.key`, '--passphrase-file', 'keys/passphrase'];
}

/** The shortest period of a log, so that a run need not wait for an hour. */
const PERIOD = '60s';
/** age's own cost of a passphrase takes seconds; these keys guard nothing. */
const WORK_FACTOR = '10';

/** The bundled incident in a folder of its own, with operators, and told through the servers of the tests. */
export async function prepareIncident(folder: string, services: RunningServices): Promise<void> {
  cpSync(join(PROJECT, 'corpus/incidents/harbor'), folder, { recursive: true });
  rmSync(join(folder, 'expected'), { recursive: true });
  mkdirSync(join(folder, 'keys'));
  writeFileSync(join(folder, 'keys/passphrase'), 'four words are enough\n', { mode: 0o600 });
  writeFileSync(join(folder, 'keys/imap'), services.mailboxes.password, { mode: 0o600 });
  const lines: string[] = [];
  for (const name of OPERATORS) {
    const options = ['--key', `keys/${toFile(name)}.key`, '--passphrase-file', 'keys/passphrase'];
    const added = await ask<{ line: string }>(
      ['operator', 'add', name, ...options, '--work-factor', WORK_FACTOR],
      folder,
    );
    lines.push(added.line);
  }
  appendFileSync(join(folder, 'incident.yaml'), toSettings(lines, services));
}

function toSettings(operators: readonly string[], services: RunningServices): string {
  const imap = (user: string): string =>
    `{ imap: { host: 127.0.0.1, port: ${services.ports.imap}, tls: none, user: ${user}, passwordFile: keys/imap } }`;
  return `
operators:
${operators.join('\n')}
log: { origin: harbor.example/log, every: ${PERIOD}, entries: 64 }
notice:
  page: harbor.example/notice
  from: { name: Harbor Energy Incident Team, address: notice@harbor.example }
  reply: answers@harbor.example
  bounce: bounce@harbor.example
  telephone: the number on our web site
  nextUpdate: 2001-10-28
  languages: [en, de, fr, es]
  unknown:
    en: Whether the copies were passed on.
    de: Ob die Kopien weitergegeben wurden.
    fr: Si les copies ont été transmises à des tiers.
    es: Si las copias se entregaron a terceros.
  relay: { host: 127.0.0.1, port: ${services.ports.relay}, tls: required, ca: ${services.certificate.certificate} }
  dkim: { domain: harbor.example, selector: candor, key: ${services.dkim.key} }
  inbox: ${imap('bounce@harbor.example')}
  check: { address: check@check.example, inbox: ${imap('check@check.example')} }
  resolvers: ["${services.resolver}"]
  spam: { command: [${services.spam.command.map((word) => `"${word}"`).join(', ')}] }
`;
}

function toFile(name: string): string {
  return name.toLowerCase().replace(' ', '-');
}
