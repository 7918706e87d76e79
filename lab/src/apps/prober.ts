import { createInterface } from 'node:readline';
import { askDns } from '../adapters/net/dns.ts';
import { type FetchedText, fetchText } from '../adapters/net/fetch-text.ts';
import { askTime } from '../adapters/net/ntp.ts';
import {
  type ProberReply,
  type ProberRequest,
  type ProberSettings,
  readProberRequest,
  readProberSettings,
  SECURITY_TXT_BYTES,
  SECURITY_TXT_MS,
} from '../adapters/net/prober-protocol.ts';

// The prober: queries the internet on the lab's behalf, without store, keys or the lab's environment. Reads questions
// from standard input and writes answers, one JSON object per line. If it is compromised, it can at worst lie about
// answers.

let settings: ProberSettings | null = null;
for await (const line of createInterface({ input: process.stdin })) {
  if (settings === null) settings = readProberSettings(line);
  else {
    const request = readProberRequest(line);
    if (request !== null) void answer(request, settings);
  }
}

async function answer(request: ProberRequest, known: ProberSettings): Promise<void> {
  switch (request.ask) {
    case 'dns':
      return say({ id: request.id, of: 'dns', answer: await askDns(known.resolvers, request.question) });
    case 'security-txt':
      return say({ id: request.id, of: 'security-txt', found: await findSecurityTxt(request.domain, known) });
    case 'time':
      return say({ id: request.id, of: 'time', answer: await askTime(request.server) });
  }
}

/** The place of RFC 9116, then the older one at the top (section 3). */
async function findSecurityTxt(domain: string, known: ProberSettings): Promise<FetchedText> {
  const options = { ...known, bytes: SECURITY_TXT_BYTES, timeoutMs: SECURITY_TXT_MS };
  const found = await fetchText(`https://${domain}/.well-known/security.txt`, options);
  return found.is === 'none' ? fetchText(`https://${domain}/security.txt`, options) : found;
}

function say(reply: ProberReply): void {
  process.stdout.write(`${JSON.stringify(reply)}\n`);
}
