/** Who made a record, as far as the record can show it. Every field that is missing is missing in the record. */
export type Actor = {
  readonly session?: string;
  /** `AppAccessContext.AADSessionId`: where first-party clients put the session. */
  readonly aadSession?: string;
  /** `SessionId` among `DeviceProperties`, as sign-in records have it. */
  readonly deviceSession?: string;
  readonly token?: string;
  readonly app?: string;
  readonly clientApp?: string;
  readonly ip?: string;
  readonly client?: string;
  readonly userType?: number;
  readonly logonType?: number;
};

/** The mailbox that a record is about. Without a GUID only the owner's address is written. */
export type AuditedMailbox = {
  readonly guid: string | null;
  readonly address: string;
};

export const OUTLOOK_ON_THE_WEB = '9199bf20-a13f-4107-85dc-02114787ef48';
export const OUTLOOK = 'd3590ed6-52b3-4102-aeff-aad2292ab01c';
/** Microsoft 365 services that read mailboxes by themselves, with rule A9. */
export const SUBSTRATE_CONTEXT_SERVICE = '13937bba-652e-4c46-b222-3003f4d1ff97';
