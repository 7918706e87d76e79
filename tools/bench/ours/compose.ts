// Our side of making mail: from facts about a party to the signed bytes of its notice.
//   node compose.ts   prints {"notices","cpuSeconds","bytes"}
import { TIMED_NOTICES, WARM_NOTICES } from '../notice-mail.ts';
import { makeOurNotice } from '../our-notice.ts';
import { printTimed } from '../timed.ts';

for (let index = 0; index < WARM_NOTICES; index += 1) makeOurNotice(index);
await printTimed(() => {
  let bytes = 0;
  let notices = 0;
  for (; notices < TIMED_NOTICES; notices += 1) bytes += makeOurNotice(notices).length;
  return { notices, bytes };
});
