const KIB = 1024;
const MIB = 1024 * KIB;

/** The longest body of each call in bytes, as the server takes it and callers keep to it. */
export const bodyLimits = {
  /** Where nothing else is said. */
  any: 64 * KIB,
  /** A signed document. */
  signedDocument: 32 * KIB,
  /** A sealed answer has 70 KB, in base64 a third more. */
  sealedAnswer: 256 * KIB,
  /** A manifest of a million messages is 90 MB; as text inside of JSON it may double. */
  releasePapers: 256 * MIB,
  /** 100,000 parties with three reviewers each; as text inside of JSON it may double. */
  standing: 128 * MIB,
  /** One sealed file. */
  object: 2 ** 31 - 1,
} as const;

/** The most members of one list in an answer; who wants more asks again behind the last one. */
export const listLimits = {
  /** Digests that a begun release lacks. */
  missingObjects: 10_000,
  /** Enrollments and requests that a nominator sees. */
  listedRequests: 200,
  /** Of one person: who enrolls anew and anew is one all the same. */
  enrollmentsOfOne: 20,
  requestsForLab: 500,
  accessOfParty: 1000,
  accessForLab: 5000,
  notes: 200,
} as const;

/** A document is signed when it is sent: one that is older or from the future is refused. */
export const MAX_DOCUMENT_AGE_SECONDS = 300;
/** How long a path part may be: the longest is a digest. */
export const MAX_PATH_PART_CHARS = 100;
/** Of the wrapped keys of one person. */
export const MAX_WRAPPED_CHARS = 16_384;
/** Calls for several objects count as this many, since they leave as many records. */
export const OBJECTS_PER_CALL = 32;
