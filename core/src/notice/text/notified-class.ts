/** The verdicts of exposed messages, strongest first. */
export const EXPOSED_VERDICTS = ['accessed', 'presumed', 'partial', 'possible'] as const;

/**
 * The classes in which messages are notified, strongest first; `undecided`: a message rests on undecided records
 * alone.
 */
export const NOTIFIED_CLASSES = [...EXPOSED_VERDICTS, 'undecided', 'undetermined'] as const;

export type ExposedVerdict = (typeof EXPOSED_VERDICTS)[number];
export type NotifiedClass = (typeof NOTIFIED_CLASSES)[number];
