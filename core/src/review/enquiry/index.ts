/** A signed question about one's own address, and its sealed answer. */

export {
  type EnquiryReply,
  openReply,
  REPLY_BYTES,
  type ReplyVerification,
  type SignedAnswer,
  sealReply,
} from './enquiry-reply.ts';
export { type EnquiryRequest, readEnquiry, signEnquiry, verifyEnquiry } from './enquiry-request.ts';
