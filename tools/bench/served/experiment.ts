import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Experiment, Row, Side } from '../experiment.ts';
import { isInstalledProgram } from '../installed.ts';
import { toNode, toSelfTimedSide } from '../sides.ts';
import { countRequests, type ServedCase } from './cases.ts';
import { makeTls } from './cpu.ts';

/** What serving costs: the portal, a bare server of its kind, and one that does nothing but send files. */
export const served: Experiment = {
  name: 'portal',
  prepare: async (context) => {
    const folder = join(context.folder, 'served');
    mkdirSync(folder, { recursive: true });
    // Made before the sides start, which are told to believe it.
    const env = { NODE_EXTRA_CA_CERTS: makeTls(folder).certificate };
    const toSide = (label: string, script: string, what: ServedCase): Side => {
      const { program, args, env: own } = toNode(script, [what, folder]);
      return toSelfTimedSide(label, { program, args, env: { ...own, ...env } }, { requests: countRequests(what) });
    };
    const hasNginx = isInstalledProgram('nginx');
    const peers = hasNginx
      ? [toSide('nginx, cache', 'peers/nginx.ts', 'cache'), toSide('nginx, disk', 'peers/nginx.ts', 'disk')]
      : [];
    return {
      sides: [
        toSide('portal, API', 'ours/portal.ts', 'api'),
        toSide('bare fastify', 'peers/fastify.ts', 'api'),
        toSide('portal, cache', 'ours/portal.ts', 'cache'),
        toSide('portal, disk', 'ours/portal.ts', 'disk'),
        ...peers,
      ],
      rows: [
        toRow('api', 'portal: API answers over TLS', 'portal, API', 'bare fastify', 2, 1.5),
        toRow('cache', '– files of 50 KB, read before', 'portal, cache', 'nginx, cache', 1.2, 1),
        toRow('disk', '– files of 50 KB from the disk', 'portal, disk', 'nginx, disk', 2.5, 2),
      ],
      skipped: hasNginx ? [] : ['nginx is not installed (apt-get install nginx-light)'],
    };
  },
};

const toRow = (what: ServedCase, work: string, ours: string, peer: string, must: number, aim: number): Row => ({
  name: `portal-${what}`,
  work: `${work} (${countRequests(what)})`,
  metric: 'cpu',
  ours,
  peers: [peer],
  must,
  aim,
});
