/**
 * What the index of a release says about a message.
 */

export { findContentType } from './content-type.ts';
export { type DescribedMessage, describeMessage } from './describe-message.ts';
