import type { GateResult } from '../../../notice/index.ts';
import { type Screen, toVisible } from './screen.ts';

/** The gate's findings, each refusal with the record to publish on its own line for copying. */
export function showGate(screen: Screen, gate: GateResult): void {
  const { authentication: seen, spam, findings } = gate;
  const refused = findings.filter(({ weight }) => weight === 'refuses');
  const warned = findings.filter(({ weight }) => weight === 'warns');
  const route = seen?.clientAddress == null ? '' : ` from ${seen.clientAddress}`;
  screen.line(
    seen === null
      ? `The probe to ${gate.probe.to} was not received.`
      : `The probe arrived at ${gate.probe.to}${route}: SPF ${seen.spf}, DKIM ${seen.dkim}, DMARC ${seen.dmarc}.`,
  );
  if (spam !== null) screen.line(`The spam filter gives it ${spam.score} points; its limit is ${spam.threshold}.`);
  for (const { text, record } of [...refused, ...warned]) {
    const isRefusal = refused.some((finding) => finding.text === text);
    screen.line();
    screen.line(`${isRefusal ? screen.strong('refused') : screen.warn('warning')}  ${toVisible(text)}`);
    if (record !== null) screen.line(`  ${toVisible(record)}`);
  }
  screen.line();
  screen.line(
    gate.isPassed
      ? screen.bold(
          'The gate passes. Notices may be sent for a day. Run it again after that, or when a setting changes.',
        )
      : screen.bold(
          `The gate refuses for ${refused.length === 1 ? 'one reason' : `${refused.length} reasons`}; nothing is sent. Fix them and run it again.`,
        ),
  );
}
