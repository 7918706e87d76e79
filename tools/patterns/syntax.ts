/** A node of the tree that a parser makes of a program, or one of its parts. */
export type Node = Readonly<Record<string, unknown>>;

export const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export function childrenOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  return isNode(value) ? Object.values(value).filter((each) => typeof each === 'object' && each !== null) : [];
}

/** Every node below a value, itself first. */
export function listNodes(value: unknown): readonly Node[] {
  const nodes: Node[] = [];
  const walk = (each: unknown): void => {
    if (isNode(each)) nodes.push(each);
    for (const child of childrenOf(each)) walk(child);
  };
  walk(value);
  return nodes;
}
