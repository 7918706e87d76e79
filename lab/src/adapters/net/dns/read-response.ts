import { type Answer, AUTHENTIC_DATA, decode, encode, RECURSION_DESIRED } from 'dns-packet';
import { type DnsAnswer, type DnsQuestion, type DnsRecord, toDnsFault } from './dns-answer.ts';

/** What fits every path without fragments (DNS flag day 2020); more comes by TCP. */
const PAYLOAD_BYTES = 1232;
/** A chain of aliases longer than this is a mistake or an attack. */
const ALIAS_LIMIT = 8;
/** Maximum records of one answer; a name with more is not one we look for. */
const RECORD_LIMIT = 256;
const HEADER_BYTES = 12;
/** Type and class behind the name of the question. */
const QUESTION_TAIL_BYTES = 4;
/** Flags and codes of the header (RFC 1035, 4.1.1). */
const RESPONSE = 0x80;
const OPCODE = 0x78;
const TRUNCATED = 0x02;
const RCODE = 0x0f;

/** A question with recursion, asking for DNSSEC and for the resolver's word on it. */
export function toQuery(question: DnsQuestion, id: number): Buffer {
  return encode({
    type: 'query',
    id,
    flags: RECURSION_DESIRED | AUTHENTIC_DATA,
    questions: [{ type: question.type, name: question.name }],
    additionals: [
      {
        type: 'OPT',
        name: '.',
        udpPayloadSize: PAYLOAD_BYTES,
        extendedRcode: 0,
        ednsVersion: 0,
        flags: 0x8000,
        flag_do: true,
        options: [],
      },
    ],
  });
}

/** Whether these bytes answer exactly that query: same id, same question. Anything else may be spoofed. */
export function answersQuery(response: Buffer, query: Buffer): boolean {
  const end = questionEnd(query);
  if (response.length < end || response.readUInt16BE(0) !== query.readUInt16BE(0)) return false;
  const flags = response.readUInt8(2);
  if ((flags & RESPONSE) === 0 || (flags & OPCODE) !== 0 || response.readUInt16BE(4) !== 1) return false;
  // Case is not kept by every server.
  const asked = query.subarray(HEADER_BYTES, end).toString('latin1').toLowerCase();
  return response.subarray(HEADER_BYTES, end).toString('latin1').toLowerCase() === asked;
}

function questionEnd(query: Buffer): number {
  return query.indexOf(0, HEADER_BYTES) + 1 + QUESTION_TAIL_BYTES;
}

export function isTruncated(response: Buffer): boolean {
  return (response.readUInt8(2) & TRUNCATED) !== 0;
}

/** Takes a response that answers the question. Everything in it is foreign: nothing is thrown for what it holds. */
export function readResponse(response: Buffer, question: DnsQuestion): DnsAnswer {
  const code = response.readUInt8(3) & RCODE;
  if (code === 2) return toDnsFault('server-failure', `the resolver failed to answer for ${question.name} (SERVFAIL)`);
  if (code === 5) return toDnsFault('refused', `the resolver refuses to answer for ${question.name} (REFUSED)`);
  if (code !== 0 && code !== 3)
    return toDnsFault('server-failure', `the resolver answers with code ${code} for ${question.name}`);
  let answers: readonly Answer[];
  let authentic: boolean;
  try {
    const packet = decode(response);
    answers = packet.answers ?? [];
    authentic = packet.flag_ad;
    // The upper half of the code is elsewhere (RFC 6891, 6.1.3): an apparent "no error" may be an error.
    const upper = (packet.additionals ?? []).find((answer) => answer.type === 'OPT')?.extendedRcode ?? 0;
    if (upper !== 0)
      return toDnsFault('server-failure', `the resolver answers with an extended code for ${question.name}`);
  } catch {
    return toDnsFault('malformed', `the answer for ${question.name} cannot be read`);
  }
  return follow(answers, question, { authentic, exists: code === 0 });
}

/** From the name asked for along its aliases to the records. */
function follow(
  answers: readonly Answer[],
  question: DnsQuestion,
  said: { readonly authentic: boolean; readonly exists: boolean },
): DnsAnswer {
  let name = question.name;
  const passed = new Set([name]);
  for (;;) {
    const here = answers.filter((answer) => answer.name.toLowerCase().replace(/\.$/, '') === name);
    const found = here.filter((answer) => answer.type === question.type);
    if (found.length > RECORD_LIMIT)
      return toDnsFault('too-many-records', `${name} has more than ${RECORD_LIMIT} records of type ${question.type}`);
    const records = found.map(toRecord);
    if (records.includes(null)) return toDnsFault('malformed', `a record of ${name} cannot be read`);
    if (found.length > 0) {
      return { is: 'records', records: records.filter((record) => record !== null), authentic: said.authentic };
    }
    const alias = here.flatMap((answer) => (answer.type === 'CNAME' ? [answer.data] : []))[0];
    if (alias === undefined) return { is: 'none', ...said };
    name = alias.toLowerCase().replace(/\.$/, '');
    if (passed.has(name) || passed.size > ALIAS_LIMIT)
      return toDnsFault('loop', `the aliases of ${question.name} lead in a circle or too far`);
    passed.add(name);
  }
}

function toRecord(answer: Answer): DnsRecord | null {
  switch (answer.type) {
    case 'A':
    case 'AAAA':
    case 'CNAME':
    case 'NS':
      return typeof answer.data === 'string' ? [answer.data] : null;
    case 'DS': {
      const { keyTag, algorithm, digestType, digest } = answer.data;
      return [...[keyTag, algorithm, digestType].map(String), Buffer.from(digest ?? '').toString('hex')];
    }
    case 'MX':
      return [String(answer.data.preference ?? 0), answer.data.exchange];
    case 'TXT':
      return [answer.data].flat().map((part) => (typeof part === 'string' ? part : part.toString('latin1')));
    default:
      return null;
  }
}
