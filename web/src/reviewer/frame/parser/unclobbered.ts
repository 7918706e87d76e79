/**
 * Named elements of hostile html stand in place of the members of forms and documents (`<form><input name=localName>`,
 * `<img name=body>`). Before such html is sanitized, its documents are asked through the members that the browser
 * itself has.
 */
export function listElements(document: Document): Iterable<Element> {
  return Document.prototype.querySelectorAll.call(document, '*');
}

export function findBody(document: Document): HTMLElement | null {
  const getBody = Object.getOwnPropertyDescriptor(Document.prototype, 'body')?.get;
  return (getBody?.call(document) as HTMLElement | null | undefined) ?? null;
}

/** The only element whose members can be replaced so. */
export function isForm(element: Element): boolean {
  return element instanceof HTMLFormElement;
}

export function countHandlers(element: Element): number {
  return Element.prototype.getAttributeNames.call(element).filter((name) => name.startsWith('on')).length;
}
