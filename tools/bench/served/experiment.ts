import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Experiment, type Row, row, type Side } from '../experiment.ts';
import { toNode, toSelfTimedSide } from '../sides.ts';
import { countRequests, makeTls, type ServedCase, TOGETHER } from './serving.ts';

/** What serving costs: the portal, a bare server of its kind, and one that does nothing but send files. */
export const served: Experiment = {
  name: 'portal',
  prepare: async (context) => {
    const folder = join(context.folder, 'served');
    mkdirSync(folder, { recursive: true });
    // Made before the sides start, which are told to believe it.
    const env = { NODE_EXTRA_CA_CERTS: makeTls(folder).certificate };
    const toSide = (label: string, script: string, what: ServedCase, together = 1): Side => {
      const { program, args, env: own } = toNode(script, [what, folder, String(together)]);
      return toSelfTimedSide(label, { program, args, env: { ...own, ...env } }, { requests: countRequests(what) });
    };
    const hasNginx = spawnSync('nginx', ['-v'], { stdio: 'ignore' }).status === 0;
    const peers = hasNginx
      ? [toSide('nginx, cache', 'peers/nginx.ts', 'cache'), toSide('nginx, disk', 'peers/nginx.ts', 'disk')]
      : [];
    return {
      sides: [
        toSide('portal, API', 'ours/portal.ts', 'api'),
        toSide('bare fastify', 'peers/fastify.ts', 'api'),
        toSide('portal, cache, together', 'ours/portal.ts', 'cache', TOGETHER),
        toSide('portal, disk, together', 'ours/portal.ts', 'disk', TOGETHER),
        toSide('portal, cache', 'ours/portal.ts', 'cache'),
        toSide('portal, disk', 'ours/portal.ts', 'disk'),
        ...peers,
      ],
      rows: [
        toRow('api', 'portal: API answers over TLS', 'portal, API', 'bare fastify', 2, 1.5),
        // As the app reads many, against what nginx can do: a request for each file.
        toRow('cache-together', `– ${many}, read before`, 'portal, cache, together', 'nginx, cache', 1.2, 1),
        toRow('disk-together', `– ${many}, from the disk`, 'portal, disk, together', 'nginx, disk', 2.5, 2),
        // As a person opens one: who asks and the record come on top of TLS each time
        // (docs/decisions/0019-what-serving-costs.md).
        toRow('cache', `– ${one}, read before`, 'portal, cache', 'nginx, cache', null, null),
        toRow('disk', `– ${one}, from the disk`, 'portal, disk', 'nginx, disk', null, null),
      ],
      skipped: hasNginx ? [] : ['nginx is not installed (apt-get install nginx-light)'],
    };
  },
};

const many = `messages of 50 KB, ${TOGETHER} in a call`;
const one = 'messages of 50 KB, one in a call';

const toRow = (
  what: ServedCase | `${ServedCase}-together`,
  work: string,
  ours: string,
  peer: string,
  must: number | null,
  aim: number | null,
): Row => {
  const requests = countRequests(what.startsWith('disk') ? 'disk' : 'cache');
  return row(`portal-${what}`, `${work} (${requests})`, 'cpu', ours, [peer], must, aim);
};
