import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';
import { WAVE_PATH } from '../../address/sections.ts';

/** The wave and the notice that the address names: `wave=3&notice=12`. */
export function useWaveAddress(): {
  readonly wave: number | null;
  readonly notice: number | null;
  readonly open: (notice: number) => void;
} {
  const written = useSearch({ strict: false }) as Readonly<Record<string, unknown>>;
  const navigate = useNavigate();
  const { wave, notice } = written;
  const open = useCallback(
    (number: number): void => {
      navigate({ to: '.', search: { ...written, notice: number } as never, replace: true }).catch(() => undefined);
    },
    [navigate, written],
  );
  return { wave: toNumber(wave), notice: toNumber(notice), open };
}

function toNumber(value: unknown): number | null {
  return typeof value === 'number' && Number.isSafeInteger(value) && value > 0 ? value : null;
}

/** @param kinds members of the filter of its notices, with a full stop between them */
export function toWavePath(wave: number, kinds?: string): string {
  return `${WAVE_PATH}?wave=${wave}${kinds === undefined ? '' : `&kinds=${kinds}`}`;
}
