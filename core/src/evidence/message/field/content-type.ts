import type { Runtime } from '@candor/core/base';
import { BOUNDARY_BYTES } from '../limits.ts';
import { BOUNDARY, CHARSET, FILE_NAME, NAME, readParameterBytes, readParameterText } from './parameter-text.ts';
import { readStructuredField } from './parameters.ts';

/** What the header of a part says about its body (docs/formats/rules.md, Message-ID and fingerprint). */
export interface PartHead {
  /** Lower case, `text/plain` when none is readable. */
  readonly type: string;
  /** Set only for a multipart; null when none is given that can be used. */
  readonly boundary: string | null;
  readonly boundaryTooLong: boolean;
  readonly charset: string | null;
  readonly encoding: 'base64' | 'quoted-printable' | 'other';
  readonly inline: boolean;
  /** Empty when the part has no file name. */
  readonly fileName: string;
}

/** The raw values of a part's content fields; null where there is none. */
export interface ContentFields {
  readonly type: string | null;
  readonly encoding: string | null;
  readonly disposition: string | null;
}

const TYPE = /^([!#$%&'*+\-.^_`{|}~0-9A-Za-z]+)[ \t]*\/[ \t]*([!#$%&'*+\-.^_`{|}~0-9A-Za-z]+)/;
const TOKEN = /^[\s"]*([A-Za-z0-9-]+)/;

const NO_PARAMETERS: ReadonlyMap<string, string> = new Map();

/**
 * Heads of parts that were read before: a few forms are most of all parts. Values are the sender's, so only short ones
 * are kept, and not many.
 */
const KNOWN_HEADS = 256;
const KNOWN_UNITS = 100;
const knownHeads = new Map<string, PartHead>();

/** Reads what the content fields of one header say. The same fields say the same, whoever sent them. */
export function readPartHead(runtime: Runtime, fields: ContentFields, inDigest: boolean): PartHead {
  const type = fields.type ?? '';
  const encoding = fields.encoding ?? '';
  if (fields.disposition !== null || inDigest || type.length + encoding.length > KNOWN_UNITS) {
    return readNewHead(runtime, fields, inDigest);
  }
  const key = `${type}\n\n${encoding}`;
  const known = knownHeads.get(key);
  if (known !== undefined) return known;
  const head = readNewHead(runtime, fields, inDigest);
  if (head.boundary === null && knownHeads.size < KNOWN_HEADS) knownHeads.set(key, head);
  return head;
}

function readNewHead(runtime: Runtime, fields: ContentFields, inDigest: boolean): PartHead {
  const content = fields.type === null ? null : readStructuredField(fields.type);
  const found = content === null ? null : TYPE.exec(content.value);
  const readable = content !== null && found !== null;
  const type = readable ? `${found[1]}/${found[2]}`.toLowerCase() : inDigest ? 'message/rfc822' : 'text/plain';
  const parameters = content === null ? NO_PARAMETERS : content.parameters;
  const disposition = fields.disposition === null ? null : readStructuredField(fields.disposition);
  const fileName =
    (disposition === null ? '' : readParameterText(runtime, disposition.parameters, FILE_NAME)) ||
    readParameterText(runtime, parameters, NAME);
  const attached = disposition !== null && TOKEN.exec(disposition.value)?.[1]?.toLowerCase() === 'attachment';
  const boundary = type.startsWith('multipart/') ? readBoundary(parameters) : '';
  return {
    type,
    boundary: boundary === '' || boundary.length > BOUNDARY_BYTES ? null : boundary,
    boundaryTooLong: boundary.length > BOUNDARY_BYTES,
    charset: readParameterBytes(parameters, CHARSET),
    encoding: readEncoding(fields.encoding),
    inline: (type === 'text/plain' || type === 'text/html') && !attached && fileName === '',
    fileName,
  };
}

/** White space at its end is not part of it (RFC 2046 section 5.1.1): mail systems add it. */
function readBoundary(parameters: ReadonlyMap<string, string>): string {
  return (readParameterBytes(parameters, BOUNDARY) ?? '').replace(/(?<![\t ])[\t ]+$/, '');
}

function readEncoding(raw: string | null): 'base64' | 'quoted-printable' | 'other' {
  if (raw === null) return 'other';
  if (raw === ' base64' || raw === ' quoted-printable') return raw === ' base64' ? 'base64' : 'quoted-printable';
  const token = TOKEN.exec(readStructuredField(raw).value)?.[1]?.toLowerCase();
  return token === 'base64' || token === 'quoted-printable' ? token : 'other';
}
