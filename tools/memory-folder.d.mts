export function makeTestFolder(isLarge: boolean): string;
export function isMemory(mounts: string, place: string): boolean;
export function removeLeftovers(place: string): void;
