/** Now, as whole UTC seconds: the only clock of the lab. Nothing that is exported may depend on it. */
export function now(): number {
  return Math.floor(Date.now() / 1000);
}
