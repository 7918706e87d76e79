/**
 * Raised whenever the same text gives other findings: messages that an older version searched are searched again by the
 * next run. `core/test/impact/detectors/version.test.ts` fails where it was forgotten.
 */
export const DETECTORS_VERSION = 17;
