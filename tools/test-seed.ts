import fc from 'fast-check';

/**
 * Given by `vitest.config.ts`: one seed for all properties of a run. A property that fails prints it, with the path to
 * its smallest example.
 */
fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(process.env['CANDOR_SEED']) });
