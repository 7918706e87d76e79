import { mkdirSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { BufferedFile } from '../corpus/mail-corpus.ts';

const HARBOR = join(import.meta.dirname, '../../../corpus/incidents/harbor');
/** The bundled incident has so many copies of messages. */
const COPIES = 294;
const GUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
const INTRUDER_SESSION = 'cdf4b83f-6675-43de-aec4-e19c7b18867d';
/** The intruder's, which are the same in every copy of the incident. */
const KEPT = new Set([
  INTRUDER_SESSION,
  '55e37e24-1ca3-453a-ae3b-3173a205e407',
  '35fe6726-961c-443e-aa09-5ad746505c06',
]);
/** Seconds since 1970. */
const WRITTEN_AT = 1_700_000_000;
const SCATTER = 0x9e3779b1;
const MAILBOXES = [
  ['okafor-a', 'adaeze.okafor@harbor.example', 'fd49cc83-4f1e-4fb0-ac6d-cc6bbf878ac9', 'okafor-a'],
  ['lindqvist-s', 'sven.lindqvist@harbor.example', '1f700a18-8a42-4f40-af36-0490975bf8a3', 'lindqvist-s'],
  ['moreau-c', 'camille.moreau@harbor.example', '6dc389de-5f7c-45cb-ac88-0247df54b7e9', 'moreau-c'],
  ['brandt-j', 'jonas.brandt@harbor-trading.example', 'bf9f3024-2a4f-4e51-a74b-f78a9a430464', 'brandt-j.mbox'],
  ['tanaka-y', 'yui.tanaka@harbor.example', '55d483ca-bc69-4ed7-ac78-58d26dcd94ae', 'tanaka-y.zip'],
  ['costa-r', 'rafael.costa@harbor-trading.example', '48d04601-2ff6-4748-a444-39628467864b', 'costa-r'],
] as const;
const JSON_LINES = ['management-api.jsonl', 'tanaka-y.cloud-app-events.jsonl'];
const TABLES = ['lindqvist-s.search.csv', 'moreau-c.purview.csv', 'brandt-j.hunt.csv'];

/**
 * Writes the bundled incident many times over as one: each time with other mailboxes, ids and correspondents. Messages
 * in the zip keep theirs.
 * @returns how many copies of messages it has
 */
export function writeManyHarbors(folder: string, times: number, rest: string): number {
  mkdirSync(join(folder, 'audit'), { recursive: true });
  mkdirSync(join(folder, 'arriving'), { recursive: true });
  for (let at = 0; at < times; at += 1) copyTree(join(HARBOR, 'mailboxes'), join(folder, `mail/${at}`), at);
  for (const name of [...JSON_LINES, ...TABLES]) {
    const lines = readFileSync(join(HARBOR, 'audit', name), 'utf8')
      .trimEnd()
      .split('\n');
    const head = JSON_LINES.includes(name) ? 0 : lines[0]?.includes('#TYPE') === true ? 2 : 1;
    const file = new BufferedFile(join(folder, 'audit', name));
    file.write(
      Buffer.from(
        lines
          .slice(0, head)
          .map((line) => `${line}\n`)
          .join(''),
      ),
    );
    const body = `${lines.slice(head).join('\n')}\n`;
    // The zip is the same each time, with the ids of its messages.
    const most = name.startsWith('tanaka-y') ? 1 : times;
    for (let at = 0; at < most; at += 1) file.write(Buffer.from(mangle(body, at)));
    file.close();
  }
  const listed = Array.from({ length: times }, (_, at) =>
    MAILBOXES.map(
      ([custodian, address, guid, evidence]) =>
        `  - { custodian: ${custodian}-${at}, address: ${mangle(address, at)}, guid: ${mangle(guid, at)}, evidence: mail/${at}/${evidence} }`,
    ).join('\n'),
  );
  const covers = 'covers: { mailboxes: all, from: 2001-09-01T00:00:00Z, to: 2001-11-01T00:00:00Z }';
  writeFileSync(
    join(folder, 'incident.yaml'),
    `incident: harbors
organization: { name: Harbor Energy, domains: [harbor.example, harbor-trading.example], addresses: ["192.0.2.0/24"] }
window: { start: 2001-09-10T00:00:00Z, contained: 2001-10-20T00:00:00Z }
mailboxes:
${listed.join('\n')}
access:
${[...JSON_LINES, ...TABLES].map((name) => `  - file: audit/${name}\n    ${covers}`).join('\n')}
  - folder: arriving
intruder:
  sessions: [${[...KEPT].slice(0, 2).join(', ')}]
  applications: [${[...KEPT][2]}]
  addresses: ["198.51.100.0/26"]
policy: { sync: mailbox, gaps: presumed }
${rest}`,
  );
  return COPIES * times;
}

/**
 * Another log arrives: the owner's last reading of one of the mailboxes turns out to be the intruder's, from another
 * record of it.
 */
export function writeArrival(folder: string, number: number): void {
  const lines = readFileSync(join(HARBOR, 'audit/management-api.jsonl'), 'utf8').trimEnd().split('\n');
  const record = JSON.parse(mangle(lines.at(-1) ?? '', number)) as Record<string, unknown>;
  const id = `0${number.toString(16).padStart(7, '0')}-aaaa-4000-8000-000000000000`;
  const line = JSON.stringify({ ...record, Id: id, SessionId: INTRUDER_SESSION, ClientIPAddress: '198.51.100.23' });
  const place = join(folder, `arriving/${number}.jsonl`);
  writeFileSync(place, `${line}\n`);
  // As of a file that was written before and renamed in.
  utimesSync(place, WRITTEN_AT, WRITTEN_AT);
}

function copyTree(from: string, to: string, at: number): void {
  if (statSync(from).isDirectory()) {
    for (const name of readdirSync(from)) copyTree(join(from, name), join(to, name.replace(/\.gz$/, '')), at);
    return;
  }
  mkdirSync(dirname(to), { recursive: true });
  const bytes = readFileSync(from);
  if (from.endsWith('.zip')) writeFileSync(to, bytes);
  else writeFileSync(to, mangle((from.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('latin1'), at), 'latin1');
}

/** The same text of another copy of the incident. */
function mangle(text: string, at: number): string {
  if (at === 0) return text;
  return text
    .replaceAll(GUID, (guid) => (KEPT.has(guid) ? guid : `${scatter(guid.slice(0, 8), at)}${guid.slice(8)}`))
    .replaceAll(/@(harbor(?:-trading)?\.example)/g, `.${at}@$1`)
    .replaceAll(/@((?:[a-z0-9-]+\.)*)([a-z0-9-]+)\.example/g, (whole, below: string, name: string) =>
      name.startsWith('harbor') ? whole : `@${below}${name}-${at}.example`,
    );
}

function scatter(hex: string, at: number): string {
  return ((Number.parseInt(hex, 16) ^ Math.imul(at, SCATTER)) >>> 0).toString(16).padStart(8, '0');
}
