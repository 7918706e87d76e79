// `npm run test:long`: the same tests with 10,000 mutated inputs per reader instead of 500, those that take minutes
// each, and those that rest on a program which the system may replace in any week (`*.long.test.ts`).
process.env['CANDOR_LONG'] = '1';
await import('./test.mjs');
