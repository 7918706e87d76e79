import { readFileSync } from 'node:fs';
import { gzip } from '../archive/gzip.ts';
import {
  type NeutralRow,
  toCloudAppEvents,
  toConvertToJson,
  toGraphQuery,
  toManagementApi,
  toNeutralCsv,
  toOfficeActivity,
  toPurviewCsv,
  toSearchCsv,
} from '../audit/containers.ts';
import type { AuditRecord } from '../audit/record.ts';
import { type CorpusFiles, putFile } from '../files.ts';
import { putEmlTree, putMaildir, putMboxTree, toMbox, toTakeout, toZipOfEml } from '../mailbox.ts';
import { CUSTODIANS, type Custodian, custodianOf, folderIdOf, foldersOf, personOf } from './cast.ts';
import { Delivery } from './delivery.ts';
import { toIncidentYaml } from './incident-yaml.ts';
import { toOwnerRecords } from './owners.ts';
import { Trail } from './trail.ts';

const PLACE = 'incidents/harbor';

/** The incident "harbor", told in its README. */
export function putHarbor(files: CorpusFiles): void {
  const delivery = new Delivery();
  const packed = gzip(toMbox(delivery.copiesOf('brandt-j')));
  for (const custodian of CUSTODIANS) {
    putMailbox(files, custodian, delivery, packed);
    putFile(files, `${PLACE}/folders/${custodian.name}.csv`, toFolderList(custodian));
  }
  putAudit(files, delivery);
  putFile(files, `${PLACE}/directory.csv`, readFileSync(new URL('directory.csv', import.meta.url)));
  putFile(files, `${PLACE}/incident.yaml`, toIncidentYaml(packed));
}

function putMailbox(files: CorpusFiles, custodian: Custodian, delivery: Delivery, packed: Buffer): void {
  const copies = delivery.copiesOf(custodian.name);
  const path = `${PLACE}/${custodian.evidence}`;
  switch (custodian.format) {
    case 'maildir':
      putMaildir(files, path, copies);
      break;
    case 'eml-tree':
      putEmlTree(files, path, copies);
      break;
    case 'mbox-tree':
      putMboxTree(files, path, copies);
      break;
    case 'mbox-gz':
      putFile(files, path, packed);
      break;
    case 'zip':
      putFile(files, path, toZipOfEml(copies));
      break;
    case 'takeout':
      putFile(files, path, toTakeout(copies));
      break;
  }
}

/** `Get-MailboxFolderStatistics`, in the mailbox's own language. */
function toFolderList(custodian: Custodian): string {
  const rows = foldersOf(custodian).map(
    ({ path, listed, type }) => `${folderIdOf(custodian.name, path)},${listed},${type}`,
  );
  const root = `${folderIdOf(custodian.name, '')},/Top of Information Store,Root`;
  return `${['FolderId,FolderPath,FolderType', root, ...rows].join('\n')}\n`;
}

function putAudit(files: CorpusFiles, delivery: Delivery): void {
  const trail = new Trail(delivery);
  const put = (name: string, content: string | Uint8Array): void => putFile(files, `${PLACE}/audit/${name}`, content);
  const owner = (name: string): readonly AuditRecord[] => toOwnerRecords(custodianOf(name), delivery);
  const okafor = inOrder([...owner('okafor-a'), ...trail.okafor(), ...trail.tenant()]);
  // The export overlaps with itself, as real ones do: some rows stand twice.
  put('management-api.jsonl', toManagementApi([...okafor, ...okafor.slice(10, 18)]));
  put('lindqvist-s.search.csv', toSearchCsv(inOrder([...owner('lindqvist-s'), ...trail.lindqvist()])));
  put('moreau-c.purview.csv', toPurviewCsv(inOrder([...owner('moreau-c'), ...trail.moreau()])));
  const brandt = inOrder([...owner('brandt-j'), ...trail.application().filter((record) => isOf(record, 'brandt-j'))]);
  put('brandt-j.office-activity.json.gz', gzip(Buffer.from(toOfficeActivity(brandt), 'utf8')));
  put('brandt-j.hunt.csv', toHunt(brandt));
  put('tanaka-y.cloud-app-events.jsonl', toCloudAppEvents(inOrder([...owner('tanaka-y'), ...trail.tanaka()])));
  const licensed = owner('costa-r').filter((record) => record.CreationTime >= '2001-10-01');
  put('costa-r.graph-query.json', toGraphQuery(licensed));
  put('application.convertto.json', toConvertToJson(inOrder(trail.application())));
  put('imap-gateway.csv', toNeutralCsv(toGatewayRows(delivery)));
}

/** Two days of the trader's log once more, with a row whose end was lost when the file was pasted into a ticket. */
function toHunt(records: readonly AuditRecord[]): string {
  const days = records.filter((record) => record.CreationTime >= '2001-10-08' && record.CreationTime < '2001-10-09T12');
  const cut = JSON.stringify(days[0]).slice(0, 412);
  return toSearchCsv([...days, { operation: 'MailItemsAccessed', auditData: cut }]);
}

/** The old IMAP gateway of Harbor Trading keeps a log of its own. */
function toGatewayRows(delivery: Delivery): readonly NeutralRow[] {
  const { guid, person, ownAddress } = custodianOf('costa-r');
  const inbox = 'Caixa de entrada';
  return [
    ['2001-09-28T18:00:00Z', 'costa-r', 'bind', delivery.idOf('lima-hardship/2'), inbox, '', ownAddress, ''],
    ['2001-10-04T01:12:00Z', guid, 'bind', delivery.idOf('marsh-accounts/0'), inbox, '', '198.51.100.23', ''],
    [
      '2001-10-04T01:12:09Z',
      personOf(person).address,
      'bind',
      delivery.idOf('lima-hardship/0'),
      inbox,
      '',
      '198.51.100.23',
      '',
    ],
    ['2001-10-04T01:13:00Z', 'costa-r', 'sign-in', '', '', '', '198.51.100.23', ''],
  ];
}

function isOf(record: AuditRecord, custodian: string): boolean {
  return record['MailboxGuid'] === custodianOf(custodian).guid;
}

function inOrder(records: readonly AuditRecord[]): readonly AuditRecord[] {
  return [...records].sort((a, b) => (a.CreationTime < b.CreationTime ? -1 : a.CreationTime > b.CreationTime ? 1 : 0));
}
