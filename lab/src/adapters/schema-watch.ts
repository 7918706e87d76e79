import type { Generated } from 'kysely';

/** A log or a mailbox as it lay when a version was first judged from it. One that changed is another arrival. */
export interface EvidenceArrivalTable {
  id: Generated<number>;
  purpose: 'mailbox' | 'access';
  /** Path as the incident file leads to it. */
  place: string;
  /** `Stamp.stamp` */
  stamp: string;
  files: number;
  bytes: number;
  /** The version that it was first judged in, and no other. */
  version: number;
  registered_at: number;
  /** 1 while the newest version was judged from it. */
  current: number;
}

/** Alerts, stored before anything is sent. */
export interface WatchAlertTable {
  /** Derived from the content: the same alert is never sent twice. */
  id: string;
  /** The document that is sent, JSON. */
  document: string;
  made_at: number;
}

/** One alert to one place. */
export interface WatchDeliveryTable {
  alert_id: string;
  /** `mail` or `webhook` */
  channel: string;
  /** Address or URL. */
  target: string;
  /** `waiting`, `sending`, `sent`, `uncertain`, `failed` or `withheld` */
  state: string;
  attempts: number;
  /** Not before this moment. */
  due_at: number;
  /** What the other side said, or why there is no answer; safe text of one line. */
  reply: string | null;
  changed_at: number;
}

/** Tables of a continuing incident. */
export interface WatchSchema {
  evidence_arrival: EvidenceArrivalTable;
  watch_alert: WatchAlertTable;
  watch_delivery: WatchDeliveryTable;
}
