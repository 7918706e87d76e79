const KIB = 1024;
const MIB = 1024 * KIB;

/** Maximum body of each call in bytes, for server and callers. */
export const bodyLimits = {
  /** The default. */
  any: 64 * KIB,
  signedDocument: 32 * KIB,
  /** A sealed answer has 70 KB; base64 adds a third. */
  sealedAnswer: 256 * KIB,
  /** A manifest of a million messages is 90 MB; as JSON text it may double. */
  releasePapers: 256 * MIB,
  /** 100,000 parties with three reviewers each; as JSON text it may double. */
  standing: 128 * MIB,
  object: 2 ** 31 - 1,
} as const;

/** Maximum members of a list in an answer; callers ask again after the last one. */
export const listLimits = {
  /** Digests that a started release lacks. */
  missingObjects: 10_000,
  /** Enrollments and requests shown to a nominator. */
  listedRequests: 200,
  /** Repeated enrollments of one person count as one. */
  enrollmentsOfOne: 20,
  requestsForLab: 500,
  accessOfParty: 1000,
  accessForLab: 5000,
  notes: 200,
} as const;

/** A document is signed when sent: an older or future one is refused. */
export const MAX_DOCUMENT_AGE_SECONDS = 300;
/** Maximum length of a path part: a digest. */
export const MAX_PATH_PART_CHARS = 100;
/** Maximum length of one person's wrapped keys. */
export const MAX_WRAPPED_CHARS = 16_384;
/** A call for several objects counts as this many, since it leaves as many receipts. */
export const OBJECTS_PER_CALL = 32;
