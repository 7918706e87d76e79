import type { AuditFormat } from './audit-format.ts';
import { cloudAppEvents } from './cloud-app-events.ts';
import { elasticO365 } from './elastic-o365.ts';
import { graphQuery } from './graph-query.ts';
import { managementApi } from './management-api.ts';
import { neutralCsv } from './neutral-csv.ts';
import { officeActivity } from './office-activity.ts';
import { convertToJson, purviewCsv, searchCsv } from './unified-audit-log.ts';

/** Every audit log format. The first that matches a header or row is used. */
export const AUDIT_FORMATS: readonly AuditFormat[] = [
  purviewCsv,
  searchCsv,
  neutralCsv,
  convertToJson,
  graphQuery,
  cloudAppEvents,
  managementApi,
  elasticO365,
  officeActivity,
];

/** The format of a row that no other format recognises. */
export const PLAIN_RECORDS: AuditFormat = managementApi;

/** The format of a table in JSON whose columns are no other format's. */
export const PLAIN_TABLE: AuditFormat = officeActivity;
