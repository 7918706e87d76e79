import { z } from 'zod';
import type { Shape } from './stored-json.ts';

/**
 * Whether a value fits a schema. The value itself is used further on, never the schema's copy of it: members that the
 * schema does not name stay, and what is digested keeps its bytes.
 */
export function guardOf<T>(schema: z.ZodType<T>): Shape<T> {
  return (value): value is T => schema.safeParse(value).success;
}

/** A member that may be missing, but not be undefined. */
type MemberSchema<Type, Member extends keyof Type> =
  Record<never, never> extends Pick<Type, Member>
    ? z.ZodExactOptional<z.ZodType<Type[Member]>>
    : z.ZodType<Type[Member]>;

type MemberSchemas<Type> = { readonly [Member in keyof Type]-?: MemberSchema<Type, Member> };

/** The schema of an interface of core: every member of it is named, so that one that is added cannot be forgotten. */
export function objectOf<Type extends object>(members: MemberSchemas<Type>): z.ZodType<Type> {
  return z.custom<Type>(guardOf(z.object(members as z.ZodRawShape)));
}

/**
 * The schema of a document that earlier versions wrote with fewer members: the ones that identify it and would break
 * the program first. The rest is trusted as written.
 */
export function partOf<Type extends object>(members: Partial<MemberSchemas<Type>>): z.ZodType<Type> {
  return z.custom<Type>(guardOf(z.object(members as z.ZodRawShape)));
}

/** A union of texts, complete by its type. */
export function oneOfAll<Text extends string>(all: Readonly<Record<Text, true>>): z.ZodType<Text> {
  return z.custom<Text>((value) => typeof value === 'string' && Object.hasOwn(all, value));
}
