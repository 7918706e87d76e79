import { type Instant, readInstant, toALabels, toIdKey } from '@candor/core/base';
import { listArchiveGaps } from './archive.ts';
import { toClockSettings } from './clock-settings.ts';
import { toEvidencePath } from './evidence-path.ts';
import type { Acquisition, Incident, Interest } from './incident.ts';
import type { WrittenIncident } from './incident-schema.ts';
import { toReviewSettings } from './review-settings.ts';
import { toLogSettings, toNoticeSettings, toOperator } from './to-disclosure.ts';
import { toWatchSettings } from './watch-settings.ts';

/** Converts a valid file, with the defaults of docs/formats/incident-file.md. */
export function toIncident(written: WrittenIncident): Incident {
  const intruder = written.intruder ?? {};
  const notice = written.notice === undefined ? null : toNoticeSettings(written.notice);
  const [domain = ''] = written.organization.domains;
  return {
    incident: written.incident,
    organization: {
      name: written.organization.name,
      domains: written.organization.domains.map((domain) => toALabels(domain.toLowerCase())),
      addresses: written.organization.addresses ?? [],
      mailboxes: written.organization.mailboxes === undefined ? null : toCount(written.organization.mailboxes),
      applications: (written.organization.applications ?? []).map((one) => ({ ...one, id: toIdKey(one.id) })),
    },
    window: {
      start: toTime(written.window.start),
      contained: toTime(written.window.contained),
    },
    mailboxes: written.mailboxes.map((mailbox) => ({
      custodian: mailbox.custodian,
      address: mailbox.address,
      evidence: toEvidencePath(mailbox.evidence),
      guids: [...(mailbox.guid === undefined ? [] : [mailbox.guid]), ...(mailbox.guids ?? [])].map(toIdKey),
      names: (mailbox.names ?? []).map((name) => name.trim()),
      kind: mailbox.kind ?? 'user',
      folders: mailbox.folders === undefined ? null : toEvidencePath(mailbox.folders),
      addresses: mailbox.addresses ?? [],
      delegates: (mailbox.delegates ?? []).map((name) => name.trim()),
      audited: mailbox.audited === 'true',
      acquired: toAcquisition(mailbox.acquired),
    })),
    access: (written.access ?? []).map((file) => ({
      file: toEvidencePath(file.file ?? file.folder ?? ''),
      ...(file.file === undefined && file.folder !== undefined ? { isFolder: true as const } : {}),
      exported: file.exported === undefined ? null : toTime(file.exported),
      covers:
        file.covers === undefined
          ? null
          : {
              mailboxes:
                typeof file.covers.mailboxes === 'string' ? toAll(file.covers.mailboxes) : file.covers.mailboxes,
              from: toTime(file.covers.from),
              to: toTime(file.covers.to),
            },
      acquired: toAcquisition(file.acquired),
    })),
    arrivals: (written.arrivals ?? []).map(({ file, source }) => ({
      file: toEvidencePath(file),
      source: source ?? null,
    })),
    coverage: (written.coverage ?? []).map((gap) => ({
      mailbox: gap.mailbox,
      kind: gap.kind,
      from: toTime(gap.from),
      to: toTime(gap.to),
      source: gap.source ?? null,
    })),
    intruder: {
      sessions: (intruder.sessions ?? []).map(toIdKey),
      tokens: intruder.tokens ?? [],
      applications: (intruder.applications ?? []).map(toIdKey),
      addresses: intruder.addresses ?? [],
      reach: (intruder.reach ?? []).map(({ mailbox, by, from, to }) => ({
        mailbox,
        by,
        from: from === undefined ? null : toTime(from),
        to: to === undefined ? null : toTime(to),
      })),
    },
    accepted: (written.accepted ?? []).map((one) => ({ ...one, record: one.record.trim() })),
    policy: {
      sync: written.policy?.sync ?? 'mailbox',
      gaps: written.policy?.gaps ?? 'presumed',
      tell: written.policy?.tell ?? 'undetermined',
    },
    directory: written.directory === undefined ? null : toEvidencePath(written.directory),
    interest: written.interest === undefined ? null : toInterest(written.interest),
    findings: {
      off: written.findings?.off === 'true',
      sensitive: written.findings?.sensitive === 'true',
      ocr: written.findings?.ocr === 'true',
    },
    counsel: (written.counsel ?? []).map((name) => name.trim().toLowerCase()),
    operators: (written.operators ?? []).map(toOperator),
    log: written.log === undefined ? null : toLogSettings(written.log),
    notice,
    review: written.review === undefined ? null : toReviewSettings(written.review, notice, domain),
    watch: written.watch === undefined ? null : toWatchSettings(written.watch),
    clock: written.clock === undefined ? null : toClockSettings(written.clock),
  };
}

/** Adds gaps that follow from the order of archive mailboxes. */
export function withArchiveGaps(incident: Incident): Incident {
  const gaps = listArchiveGaps(incident);
  return gaps.length === 0 ? incident : { ...incident, coverage: [...incident.coverage, ...gaps] };
}

/** The schema ensures that it is a time. A placeholder is refused and neither before nor after any other. */
function toTime(written: string): Instant {
  return readInstant(written) ?? Number.NaN;
}

/** Returns NaN for a text that is refused as no number. */
function toCount(written: string): number {
  return /^\d{1,9}$/.test(written) ? Number(written) : Number.NaN;
}

function toInterest({ words = [], addresses = [] }: NonNullable<WrittenIncident['interest']>): Interest {
  return { words: words.map((word) => word.trim()), addresses: addresses.map((one) => one.trim().toLowerCase()) };
}

function toAll(mailboxes: string): 'all' | string[] {
  return mailboxes === 'all' ? 'all' : [mailboxes];
}

function toAcquisition(written: WrittenIncident['mailboxes'][number]['acquired']): Acquisition | null {
  if (written === undefined) return null;
  return {
    by: written.by ?? null,
    at: written.at ?? null,
    tool: written.tool ?? null,
    sha256: written.sha256?.toLowerCase() ?? null,
  };
}
