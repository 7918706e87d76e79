/**
 * Must be imported first. The schema library tests whether it may generate code, and a page with Trusted Types reports
 * every such test. This switches it off; it is fast enough for a few small documents.
 */
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } });

export {};
