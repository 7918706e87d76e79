import { type CorpusFiles, putFile } from '../files.ts';
import { folderOf, guidOf, type RuleIncident, type RuleMailbox, toEml } from './specimen.ts';

export function putRuleIncident(files: CorpusFiles, incident: RuleIncident): void {
  const place = `incidents/${incident.name}`;
  for (const [path, content] of Object.entries(incident.files ?? {})) putFile(files, `${place}/${path}`, content);
  for (const specimen of incident.specimens) {
    if (specimen.at !== undefined) continue;
    const folder = specimen.folder === null ? '' : `${specimen.folder}/`;
    putFile(files, `${place}/mailboxes/${specimen.custodian}/${folder}${specimen.name}.eml`, toEml(specimen));
  }
  for (const mailbox of incident.mailboxes)
    putFile(files, `${place}/folders/${mailbox.custodian}.csv`, toFolderList(mailbox));
  for (const [name, content] of Object.entries(incident.audit)) putFile(files, `${place}/audit/${name}`, content);
  if (incident.directory !== null) putFile(files, `${place}/directory.csv`, incident.directory);
  putFile(files, `${place}/incident.yaml`, toIncidentYaml(incident));
  putFile(files, `${place}/README.md`, toReadme(incident));
}

function toFolderList(mailbox: RuleMailbox): string {
  const rows = mailbox.folders.map(([path, type]) => `${folderOf(mailbox.custodian, path)},/${path},${type}`);
  return `${['FolderId,FolderPath,FolderType', ...rows].join('\n')}\n`;
}

function toIncidentYaml(incident: RuleIncident): string {
  const mailboxes = incident.mailboxes.map((mailbox) => {
    const { custodian, addresses = [], address = `${custodian}@lighthouse.example`, evidence = custodian } = mailbox;
    const own = ['203.0.113.1', ...addresses].map((one) => `"${one}"`).join(', ');
    const base = `custodian: ${custodian}, address: ${address}, guid: ${guidOf(custodian)}`;
    const more = [
      ...(mailbox.kind === undefined ? [] : [`, kind: ${mailbox.kind}`]),
      ...(mailbox.audited === undefined ? [] : [', audited: true']),
      ...(mailbox.delegates === undefined ? [] : [`, delegates: [${mailbox.delegates.join(', ')}]`]),
      ...(mailbox.names === undefined ? [] : [`, names: [${mailbox.names.map((name) => `"${name}"`).join(', ')}]`]),
    ].join('');
    return `  - { ${base}, evidence: mailboxes/${evidence}, folders: folders/${custodian}.csv, addresses: [${own}]${more} }`;
  });
  const applications =
    incident.applications === undefined ? '' : `, applications: [${incident.applications.join(', ')}]`;
  return `# Every rule of the exposure stage on a copy or two; the table is in README.md.
incident: ${incident.name}
organization: { name: Lighthouse Works, domains: [lighthouse.example], addresses: ["192.0.2.0/24"]${applications} }
window: { start: 2001-09-10T00:00:00Z, contained: 2001-10-20T00:00:00Z }
mailboxes:
${mailboxes.join('\n')}
${incident.rest}`;
}

function toReadme(incident: RuleIncident): string {
  const rows = incident.specimens.map((specimen) => {
    const place = [
      specimen.custodian,
      ...(specimen.folder === null ? [] : [specimen.folder]),
      `${specimen.name}.eml`,
    ].join('/');
    const path = specimen.at ?? place;
    const records = specimen.records.map((record) => `\`${record}\``).join(', ');
    return `| ${specimen.rule} | \`${path}\` | ${specimen.verdict} | ${records} |`;
  });
  const table = ['| rule | copy (below `mailboxes/`) | verdict | records |', '|---|---|---|---|', ...rows].join('\n');
  return `# ${incident.title}\n\n${incident.introduction}\n\n${table}\n`;
}
