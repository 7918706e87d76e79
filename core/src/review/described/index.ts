/**
 * What the index of a release says about a message.
 */

export { type DescribedMessage, describeMessage, findContentType } from './describe-message.ts';
