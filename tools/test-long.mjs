// `npm run test:long`: the same tests with 10,000 mutated inputs per reader instead of 500, and those that take minutes each (`*.long.test.ts`).
process.env['CANDOR_LONG'] = '1';
await import('./test.mjs');
