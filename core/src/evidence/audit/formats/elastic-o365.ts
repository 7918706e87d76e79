import { isObject, type LooseObject } from '../../record/loose-value.ts';
import type { AuditFormat } from './audit-format.ts';

export const elasticO365: AuditFormat = {
  name: 'elastic-o365',
  unwrap: (row) => {
    const inner = findElasticRecord(row);
    return inner === null ? null : { inner };
  },
  // One search: elastic.co, Elasticsearch reference, index.max_result_window.
  rowCaps: [10_000],
};

/**
 * The audit record in an Elastic event (Filebeat's o365 module or integration), or null. Its pipelines keep the record
 * below `o365.audit` and move some members to other fields (elastic.co, Filebeat reference, Office 365 fields); the
 * original is in `event.original` if kept. Search results wrap it in `_source`. `user.email` is ignored: it may be the
 * owner's or the user's address.
 */
function findElasticRecord(outer: LooseObject): LooseObject | null {
  const event = isObject(outer['_source']) ? outer['_source'] : outer;
  const audit = findAudit(event);
  if (audit === null) return null;
  const original = parseOriginal(findField(event, 'event', 'original'));
  if (original !== null) return original;
  return {
    ...audit,
    Id: audit['Id'] ?? findField(event, 'event', 'id'),
    CreationTime: audit['CreationTime'] ?? event['@timestamp'],
    Operation: audit['Operation'] ?? findField(event, 'event', 'action'),
    UserId: audit['UserId'] ?? findField(event, 'user', 'id'),
    Folders: audit['Folders'] ?? audit['ExchangeAggregatedFolders'],
    // The pipelines move the first of the three, so remaining ones come after it.
    ClientIPAddress:
      audit['ClientIPAddress'] ??
      findField(event, 'client', 'address') ??
      findField(event, 'client', 'ip') ??
      findField(event, 'source', 'ip') ??
      audit['ClientIP'] ??
      audit['ActorIpAddress'],
  };
}

const AUDIT = 'o365.audit.';

/** Members below `o365.audit`, nested or with dotted names. */
function findAudit(event: LooseObject): LooseObject | null {
  const nested = isObject(event['o365']) ? event['o365']['audit'] : event['o365.audit'];
  if (isObject(nested)) return nested;
  const flat = Object.entries(event).filter(([name]) => name.startsWith(AUDIT));
  return flat.length === 0 ? null : toMembers(flat.map(([name, value]) => [name.slice(AUDIT.length), value]));
}

/** Maximum depth of a dotted name; a record has five levels. */
const NAME_LEVELS = 8;

/** `Item.ParentFolder.Id` is three levels deep. A name that is also a value keeps its members. */
function toMembers(entries: readonly (readonly [string, unknown])[], level = 1): LooseObject {
  const members = new Map<string, unknown>();
  const within = new Map<string, [string, unknown][]>();
  for (const [name, value] of entries) {
    const dot = level < NAME_LEVELS ? name.indexOf('.') : -1;
    if (dot === -1) {
      members.set(name, value);
      continue;
    }
    const first = name.slice(0, dot);
    const own = within.get(first) ?? [];
    own.push([name.slice(dot + 1), value]);
    within.set(first, own);
  }
  for (const [name, own] of within) members.set(name, toMembers(own, level + 1));
  return Object.fromEntries(members);
}

function findField(event: LooseObject, set: string, name: string): unknown {
  const fields = event[set];
  return (isObject(fields) ? fields[name] : undefined) ?? event[`${set}.${name}`];
}

function parseOriginal(text: unknown): LooseObject | null {
  if (typeof text !== 'string') return null;
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) && 'Id' in value ? value : null;
  } catch {
    return null;
  }
}
