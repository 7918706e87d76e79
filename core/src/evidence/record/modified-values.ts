import { isObject, toJson, toList, toNested } from './loose-value.ts';

/**
 * Every `NewValue` of `ModifiedProperties`, `[{Name, NewValue, OldValue}, …]`; Elastic makes one object of them,
 * `{Name: {NewValue, OldValue}, …}`. A text that is neither may hold any of them, and stands for all.
 */
export function readModifiedValues(value: unknown): readonly string[] {
  const whole = toNested(value);
  if (typeof whole === 'string') return whole.trim() === '' ? [] : [whole];
  const members = isObject(whole) && !('NewValue' in whole) ? Object.values(whole) : toList(whole);
  return members.flatMap((element) => {
    const member = toNested(element);
    if (typeof member === 'string') return [member];
    return isObject(member) ? toTexts(member['NewValue']) : [];
  });
}

function toTexts(value: unknown): readonly string[] {
  if (value === undefined || value === null || value === '') return [];
  return [typeof value === 'object' ? toJson(value) : String(value)];
}
