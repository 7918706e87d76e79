import { type Actor, OUTLOOK, OUTLOOK_ON_THE_WEB, SUBSTRATE_CONTEXT_SERVICE } from '../audit/actor.ts';
import { type AuditRecord, bind, sync } from '../audit/record.ts';
import { toGuid, toNumber } from '../identity.ts';
import { toIso, toSeconds } from '../instant.ts';
import { type Custodian, folderIdOf, personOf } from './cast.ts';
import type { Delivery } from './delivery.ts';

const DAY = 86_400;

/** What the owner's own clients and Microsoft's services leave in the log, every few days. */
export function toOwnerRecords(custodian: Custodian, delivery: Delivery): readonly AuditRecord[] {
  const records: AuditRecord[] = [];
  const mailbox = { guid: custodian.guid, address: personOf(custodian.person).address };
  const from = toSeconds('2001-09-08T07:00:00Z');
  for (let day = 0; day < 48; day += 3) {
    const at = from + day * DAY + toNumber(`owner ${custodian.name} ${day}`, 30_000);
    const name = `owner ${custodian.name} ${day}`;
    const seen = delivery.receivedBy(custodian.name, toIso(at - 3 * DAY), toIso(at)).slice(0, 4);
    if (seen.length > 0) {
      const ids = seen.map((copy) => copy.id);
      const folder = seen[0]?.folder ?? custodian.inbox.path;
      const folders = [{ id: folderIdOf(custodian.name, folder), path: `\\${folder}`, messageIds: ids }];
      records.push(bind({ name, at: toIso(at), mailbox, actor: toOwner(custodian, day), folders }));
    }
    if (day % 9 === 0) {
      const folder = folderIdOf(custodian.name, custodian.inbox.path);
      records.push(sync({ name: `${name} sync`, at: toIso(at + 600), mailbox, actor: toOutlook(custodian), folder }));
    }
    if (day % 12 === 3 && seen[0] !== undefined) {
      const folders = [{ id: folderIdOf(custodian.name, seen[0].folder), path: '\\', messageIds: [seen[0].id] }];
      records.push(bind({ name: `${name} service`, at: toIso(at + 900), mailbox, actor: toService(), folders }));
    }
  }
  return records;
}

/** From home or from the office, which is 192.0.2.0/24. */
function toOwner(custodian: Custodian, day: number): Actor {
  const office = `192.0.2.${10 + toNumber(`desk ${custodian.name}`, 200)}`;
  const ip = day % 2 === 0 ? `${custodian.ownAddress}` : `${office}:${40_000 + day}`;
  return { session: toGuid(`owner session ${custodian.name} ${Math.floor(day / 9)}`), app: OUTLOOK_ON_THE_WEB, ip };
}

function toOutlook(custodian: Custodian): Actor {
  return { app: OUTLOOK, ip: custodian.ownAddress, client: 'Client=MSExchangeRPC' };
}

function toService(): Actor {
  return { app: SUBSTRATE_CONTEXT_SERVICE, ip: '52.96.10.7', client: 'Client=SubstrateContextService', userType: 4 };
}
