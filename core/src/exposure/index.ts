export { type Alerts, compareAlerts } from './alert.ts';
export { Exposure } from './exposure.ts';
