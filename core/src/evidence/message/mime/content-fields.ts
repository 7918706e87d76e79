import type { ContentFields } from '../field/content-type.ts';
import type { FieldName } from '../field/field-name.ts';

/** Gathers the content fields of one header; the first of each name counts. */
export class ContentFieldsReader {
  #type: string | null = null;
  #encoding: string | null = null;
  #disposition: string | null = null;

  reset(): void {
    this.#type = null;
    this.#encoding = null;
    this.#disposition = null;
  }

  add(name: FieldName, value: string): void {
    if (name === 'content-type') this.#type ??= value;
    else if (name === 'content-transfer-encoding') this.#encoding ??= value;
    else if (name === 'content-disposition') this.#disposition ??= value;
  }

  take(): ContentFields {
    const fields = { type: this.#type, encoding: this.#encoding, disposition: this.#disposition };
    this.reset();
    return fields;
  }
}
