/** The verdicts that are told, strongest first. */
export const TOLD_VERDICTS = ['accessed', 'presumed', 'partial', 'possible', 'undetermined'] as const;
export type ToldVerdict = (typeof TOLD_VERDICTS)[number];
