/**
 * Raised whenever the same text gives other findings: messages that an older version searched are searched again by the
 * next run.
 */
export const DETECTORS_VERSION = 3;
