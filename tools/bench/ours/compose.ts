// Our side of making mail: from facts about a party to the signed bytes of its notice.
//   node compose.ts   prints {"notices","cpuSeconds","bytes"}
import { TIMED_NOTICES, WARM_NOTICES } from '../notice-mail.ts';
import { makeOurNotice } from '../our-notice.ts';

for (let index = 0; index < WARM_NOTICES; index += 1) makeOurNotice(index);
const start = process.cpuUsage();
let notices = 0;
let bytes = 0;
for (let index = 0; index < TIMED_NOTICES; index += 1) {
  bytes += makeOurNotice(index).length;
  notices += 1;
}
const { user, system } = process.cpuUsage(start);
process.stdout.write(`${JSON.stringify({ notices, cpuSeconds: (user + system) / 1e6, bytes })}\n`);
