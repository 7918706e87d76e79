/**
 * The reviewer app's files as the log lists them, and its settings on a site (docs/formats/reviewer-app.md).
 */

export {
  APP_LIST_FILE,
  APP_PROOF_FILE,
  APP_SETTINGS_FILE,
  type AppFile,
  readAppList,
  toAppList,
} from './app-list.ts';
export { type AppSettings, readAppSettings, toAppSettingsText } from './app-settings.ts';
