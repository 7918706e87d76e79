/** The verdicts of exposed messages, strongest first. */
export const EXPOSED_VERDICTS = ['accessed', 'presumed', 'partial', 'possible'] as const;

/** What a message may be told as, strongest first; `undecided`: it rests on undecided records alone. */
export const NOTIFIED_CLASSES = [...EXPOSED_VERDICTS, 'undecided', 'undetermined'] as const;

export type ExposedVerdict = (typeof EXPOSED_VERDICTS)[number];
export type NotifiedClass = (typeof NOTIFIED_CLASSES)[number];
