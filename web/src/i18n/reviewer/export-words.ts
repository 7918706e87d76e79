import type { ExportKind } from '../../reviewer/bridge/export-calls.ts';
import type { Counted } from '../../ui/words.ts';

export interface ExportWords {
  readonly title: Counted;
  readonly lead: string;
  readonly kinds: Readonly<Record<ExportKind, { readonly name: string; readonly hint: string }>>;
  readonly chooseKind: string;
  readonly recorded: string;
  readonly unsealed: string;
  readonly save: Counted;
  readonly saving: string;
  readonly cancel: string;
  readonly cancelled: string;
  readonly failed: string;
  readonly done: Counted;
  readonly digest: string;
  readonly missing: Counted;
  readonly nothing: string;
  readonly open: string;
  readonly diskFull: string;
}
