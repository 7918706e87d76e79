import { formatInstant } from '@candor/core/base';
import type { Directory } from '@candor/core/impact/party';
import type { Incident } from '@candor/core/incident';
import type { Assertion } from './selection.ts';

/** What the incident file and its directory say that evidence alone does not: each line changes who is told what. */
export function listAssertions(
  incident: Incident,
  directory: Directory,
  acceptedProblems: readonly string[],
): readonly Assertion[] {
  const of = (what: string, texts: readonly string[]): readonly Assertion[] => texts.map((text) => ({ what, text }));
  return [
    ...of('domain', incident.organization.domains),
    ...of('own address', incident.organization.addresses),
    ...of(
      'own application',
      incident.organization.applications.map(({ id, by, why }) => `${id} (${by}: ${why})`),
    ),
    ...of('window', [`${formatInstant(incident.window.start)} to ${formatInstant(incident.window.contained)}`]),
    ...of('covers', listCovers(incident)),
    ...of('indicator', listIndicators(incident)),
    ...of('reach', listReach(incident)),
    ...of('owner address', listOwners(incident)),
    ...of('policy', [`sync ${incident.policy.sync}, gaps ${incident.policy.gaps}, tell ${incident.policy.tell}`]),
    ...of(
      'arrivals',
      incident.arrivals.map(({ file, source }) => `${file}, source: ${source ?? 'not given'}`),
    ),
    ...of('directory', listKinds(directory)),
    ...of(
      'accepted record',
      incident.accepted.map(({ record, by, why }) => `${record} (${by}: ${why})`),
    ),
    ...of('accepted problem', acceptedProblems),
    ...of('counsel', incident.counsel),
    ...of('search', listSearch(incident)),
    ...listNoticeAssertions(incident),
  ];
}

function listCovers({ access, coverage }: Incident): readonly string[] {
  const asserted = access.flatMap(({ file, covers }) =>
    covers === null
      ? []
      : [
          `${file}: ${toNames(covers.mailboxes)}, ${formatInstant(covers.from)} to ${formatInstant(covers.to)}, source: the incident file`,
        ],
  );
  const gaps = coverage.map(
    ({ mailbox, kind, from, to, source }) =>
      `gap of ${mailbox}: ${kind}, ${formatInstant(from)} to ${formatInstant(to)}, source: ${source ?? 'not given'}`,
  );
  return [...asserted, ...gaps];
}

function toNames(mailboxes: 'all' | readonly string[]): string {
  return mailboxes === 'all' ? 'all mailboxes' : mailboxes.join(' ');
}

function listIndicators({ intruder: { sessions, tokens, applications, addresses } }: Incident): readonly string[] {
  return [
    ...sessions.map((id) => `session ${id}`),
    ...tokens.map((id) => `token ${id}`),
    ...applications.map((id) => `application ${id}`),
    ...addresses.map((id) => `address ${id}`),
  ];
}

function listReach({ intruder: { reach } }: Incident): readonly string[] {
  return reach.map(({ mailbox, by, from, to }) => {
    const span = [from, to].map((time) => (time === null ? 'open' : formatInstant(time))).join(' to ');
    return `${mailbox === 'all' ? 'all mailboxes' : mailbox} by ${by}, ${span}`;
  });
}

/** Says whose accesses are harmless, and which silence of a log proves something. */
function listOwners({ mailboxes }: Incident): readonly string[] {
  return mailboxes.flatMap(({ custodian, addresses, delegates, audited }) => [
    ...addresses.map((address) => `${custodian}: ${address}`),
    ...delegates.map((delegate) => `${custodian}: delegate ${delegate}`),
    ...(audited ? [`${custodian}: somebody checked that accesses are recorded`] : []),
  ]);
}

function listKinds({ addresses, domains }: Directory): readonly string[] {
  return [...domains, ...addresses].flatMap(([match, { details }]) =>
    details.kind === 'list' || details.kind === 'person' ? [`${match} is a ${details.kind}`] : [],
  );
}

function listSearch({ findings: { off, sensitive, ocr } }: Incident): readonly string[] {
  if (off) return ['no search'];
  return [`searched${sensitive ? ', also special categories' : ''}${ocr ? ', also pictures' : ''}`];
}

/** What every notice says of the organization, from the incident file. */
function listNoticeAssertions({ notice }: Incident): readonly Assertion[] {
  if (notice === null) return [];
  const { from, reply, bounce, telephone, sender, contact, discovered, nextUpdate } = notice;
  const said = [
    ['from', `${from.name} <${from.address}>`],
    ['reply', reply],
    ['bounce', bounce],
    ['telephone', telephone],
    ['sender name', sender.name],
    ['postal address', sender.postal],
    ['signatory', sender.signatory],
    ['title', sender.title],
    ['contact mail', contact.mail],
    ['contact telephone', contact.telephone],
    ['data protection officer', contact.dpo],
    ['discovered', discovered === null ? null : formatInstant(discovered)],
    ['next update', nextUpdate === null ? null : formatInstant(nextUpdate)],
  ] as const;
  const texts = (['happened', 'measures', 'unknown'] as const).flatMap((what) =>
    Object.entries(notice[what] ?? {}).map(([language, text]) => ({ what: `${what} (${language})`, text })),
  );
  return [
    ...said.flatMap(([what, text]) => (text === null ? [] : [{ what, text }])),
    ...texts,
    ...notice.quietMailboxes.map((text) => ({ what: 'quiet mailbox', text })),
  ];
}
