import { formatInstant } from '@candor/core/base';
import { type Finding, warn } from './finding.ts';
import type { Incident, Interval, Window } from './incident.ts';

/** Checks for logs and times without relevance to the window, and evidence inside other evidence. */
export function checkPlaces(incident: Incident): Finding[] {
  return [...checkLogs(incident), ...checkTimes(incident), ...checkNested(incident)];
}

function checkLogs({ access }: Incident): Finding[] {
  if (access.length > 0) return [];
  const text =
    'no log is listed under `access`, so it is unknown what was opened: every copy will be undetermined or presumed. List the exports of the audit log.';
  return [warn(['access'], text, 'log-missing')];
}

function checkTimes({ window, access, coverage }: Incident): Finding[] {
  const outside = access.flatMap(({ covers }, index) => {
    if (covers === null || !isOutside(covers, window)) return [];
    const path = ['access', index, 'covers'];
    const text = `this \`covers\` (${toSpan(covers)}) lies outside the window (${toWindowSpan(window)}) and asserts nothing about it. Correct the dates of one of them.`;
    return [warn(path, text, 'covers-outside-window')];
  });
  const gaps = coverage.flatMap((gap, index) => {
    if (!isOutside(gap, window)) return [];
    const text = `this gap (${toSpan(gap)}) lies outside the window (${toWindowSpan(window)}) and changes nothing. Correct its times, or remove it.`;
    return [warn(['coverage', index], text, 'covers-outside-window')];
  });
  return [...outside, ...gaps];
}

function isOutside({ from, to }: Interval, { start, contained }: Window): boolean {
  return to < start || from > contained;
}

function toSpan({ from, to }: Interval): string {
  return `${formatInstant(from)} to ${formatInstant(to)}`;
}

function toWindowSpan({ start, contained }: Window): string {
  return toSpan({ from: start, to: contained });
}

/** A mailbox that contains another: its mail would be read twice, once as another person's. */
function checkNested({ mailboxes }: Incident): Finding[] {
  const owners = new Map(mailboxes.map(({ evidence, custodian }) => [evidence, custodian]));
  return mailboxes.flatMap(({ evidence, custodian }, index) => {
    const above = evidence.split('/').slice(0, -1);
    while (above.length > 0) {
      const outer = above.join('/');
      const owner = owners.get(outer);
      if (owner !== undefined && outer !== '') {
        const text = `the evidence of ${custodian} lies inside "${outer}", which is that of ${owner}: its mail would count as ${owner}'s too. List a separate folder for each mailbox.`;
        return [warn(['mailboxes', index, 'evidence'], text, 'evidence-nested')];
      }
      above.pop();
    }
    return owners.get('.') !== undefined && evidence !== '.' && !evidence.startsWith('..') && !evidence.startsWith('/')
      ? [
          warn(
            ['mailboxes', index, 'evidence'],
            `the evidence of ${custodian} lies inside ".", which is that of ${owners.get('.')}: its mail would count twice. List a separate folder for each mailbox.`,
            'evidence-nested',
          ),
        ]
      : [];
  });
}
