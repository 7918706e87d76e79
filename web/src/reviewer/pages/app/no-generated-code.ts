/**
 * Imported before all else. The library that reads documents would make code out of text where it may, and asks the
 * page by trying; a page that requires Trusted Types reports every such try. Told here it does without, which is as
 * good for the few small documents that a page reads.
 */
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } });

export {};
