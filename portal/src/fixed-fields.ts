import helmet from '@fastify/helmet';
import fastify from 'fastify';

/** These headers depend on the answer. */
const OF_THE_ANSWER: ReadonlySet<string> = new Set(['content-length', 'content-type', 'date', 'connection']);

/**
 * The headers of every answer, as helmet sets them. They never change, so they are computed once: doing it per answer
 * costs more than the rest of a short one.
 */
export async function readFixedFields(): Promise<Readonly<Record<string, string>>> {
  const app = fastify();
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      // The last three do not follow from the first (CSP Level 3, 6.1.1).
      directives: {
        defaultSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'none'"],
        frameAncestors: ["'none'"],
      },
    },
    crossOriginResourcePolicy: { policy: 'same-site' },
    referrerPolicy: { policy: 'no-referrer' },
    // Headers for pages or obsolete browsers and plug-ins, or implied by the policy above: no answer here is a page,
    // and each header costs bytes.
    originAgentCluster: false,
    xDnsPrefetchControl: false,
    xDownloadOptions: false,
    xFrameOptions: false,
    xPermittedCrossDomainPolicies: false,
    xXssProtection: false,
  });
  app.get('/', async () => '');
  const { headers } = await app.inject('/');
  await app.close();
  const fields = Object.entries(headers).filter(([name]) => !OF_THE_ANSWER.has(name));
  if (!fields.some(([name]) => name === 'content-security-policy')) throw new Error('answers have no policy');
  return Object.fromEntries([
    ...fields.map(([name, value]) => [name, String(value)] as const),
    ['cache-control', 'no-store'],
    ['vary', 'origin'],
  ]);
}
