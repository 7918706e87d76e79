import { toUnbranded } from '@candor/core/base';
import { toBase64 } from '@candor/core/ledger';
import * as site from '../../operations/site.ts';
import { type CommandEntry, commandFor, groupFor } from './command-entry.ts';
import { showJson } from './options.ts';
import { showBuiltSite, showCheckedSite } from './show/show-site.ts';
import { showVerification } from './show/show-verification.ts';

const group = 'Notice: notify each party, exactly once';

const GROUP = {
  typed: 'site',
  group,
  does: 'the static site on which anyone can check a notice',
  examples: [
    'candor site build --out public/               once a period, from a timer',
    'candor site build a/.candor b/.candor --out public/',
    '                                              two incidents of one domain',
    'candor site check https://harbor.example      from anywhere, by anybody',
  ],
};

const SITE_COMMANDS = [
  commandFor(site.build, {
    hasState: true,
    json: (screen, { out, description: { page }, notices, fingerprint, checkpoint: { size, root }, waiting, review }) =>
      showJson(screen, { out, page, notices, fingerprint, size, root: toBase64(root), waiting, review }),
    show: showBuiltSite,
  }),
  commandFor(site.check, {
    hasJson: 'print the answer as JSON',
    needs: ({ differences, isOld }) => differences.length > 0 || isOld,
    show: showCheckedSite,
  }),
];

const verify = commandFor(site.verify, {
  group,
  hasJson: 'print the answer as JSON',
  examples: [
    'candor verify notice.eml --site https://harbor.example --domain northwind.example --resolver 127.0.0.1',
    'candor verify notice.msg --site downloaded/ --domain northwind.example --key f3a1-77c0-…',
    'candor verify notice.eml --site https://harbor.example --address jo@freemail.example --resolver 127.0.0.1',
  ],
  notes:
    'No notice is called genuine until DNS or --key confirmed the key: a compromised site could show its own. Exit code 0: genuine, every part as issued. 3: anything else.',
  answers: ({ answer }) => answer.kind === 'genuine',
  json: (screen, verification) => showJson(screen, toPlain(verification)),
  show: showVerification,
});

export const COMMANDS: readonly CommandEntry[] = [groupFor(GROUP, SITE_COMMANDS), verify];

/** Bytes in hex, and what is said without its brand, so that the answer can be read. */
function toPlain(branded: unknown): unknown {
  const value = toUnbranded(branded);
  if (value instanceof Uint8Array) return Buffer.from(value).toString('hex');
  if (Array.isArray(value)) return value.map(toPlain);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, toPlain(inner)]));
}
