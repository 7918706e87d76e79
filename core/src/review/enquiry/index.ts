/**
 * A signed question from somebody who found their address, and the answer sealed to them.
 */

export {
  type EnquiryReply,
  openReply,
  REPLY_BYTES,
  type ReplyVerification,
  type SignedAnswer,
  sealReply,
} from './enquiry-reply.ts';
export { type EnquiryRequest, readEnquiry, signEnquiry, verifyEnquiry } from './enquiry-request.ts';
