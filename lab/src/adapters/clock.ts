/** Now, as whole UTC seconds. Nothing that is exported may depend on it. */
export function now(): number {
  return Math.floor(Date.now() / 1000);
}

/** Now in milliseconds, to compare with times of files. */
export function nowMilliseconds(): number {
  return Date.now();
}
