/** What is said on the telephone. The words before the quotations are those of `candor support lookup`. */
export const script = `Call script: notices of {organization}

1. "This is {organization}. You received a notice from us. Please read me its code, group by group."
   Type it: candor support lookup <code>
   No code at hand? Without it you confirm nothing, whatever domain the caller names. Say:
   "Only the code tells me which notice you have. Please find it and call again, or write to us: {reply}."
   candor support lookup <domain> shows what was issued for your own eyes; tell nobody on the telephone.

2. What the answer allows you to say: never that a notice is genuine, because nobody compares its text on the telephone
   issued       "We issued a notice with this code on <day>, to <domain>. I have not compared your text: a real code can be copied into a false message. To be sure of every word, type {page} into your browser, enter code and domain, and put the message there. When the page says genuine, do what it asks; not before."
   superseded   "The same, and a later notice of <day> has replaced it. Follow the later one, once you have checked it."
   withdrawn    "We issued it and withdrew it on <day>. Do not act on it; you will hear from us."
   misdirected  "This notice was not meant for you. Please delete it. We have recorded the mistake."
   unknown      "We did not issue a notice with this code. Do not act on it. May we have a copy? Send it to {reply}."
   a slip       "Please read group <n> again." With no group named: "Please read all groups again."

3. Compare the domain. If the caller speaks for another organization than the one you see, say:
   "This code is not for your organization. Do not act on it, and send us a copy: {reply}."

4. Never say, whoever asks: what is in any message, how many messages there are, names, other organizations, or whether another domain has a notice. Never ask for a password, a payment, or remote access. Never call back a number that the caller gives you; use the one you know.

5. Ways to check that need no telephone
   Page   {page}
   DNS    dig TXT _candor.{domain}

6. "I never got a notice; are we affected?" Do not look it up for them. Say:
   "Write to {reply} from your organization's domain. Once you have shown that the domain is yours, two of us sign an answer."

7. Reporters, police, lawyers: take name and number, promise a call, say nothing else.
`;
