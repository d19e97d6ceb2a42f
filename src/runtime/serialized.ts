import type { FileAt } from './file-at.js';

/**
 * Names a typed value's own type, so that two types of the same shape are not mistaken for each other.
 * Never present at run time.
 */
export const typeName: unique symbol = Symbol('typeName');

declare const serialized: unique symbol;

/** Serialized text of one `T`. A plain string, or another type's text, does not fit by accident. */
export type Serialized<T> = string & { readonly [serialized]: T };

/** Serialized text of an array of `T`. */
export type SerializedArray<T> = Serialized<T[]>;

/** An input that takes one `T`: its Serialized text, JSON text written out, or the typed value itself. */
export type ItemInput<T> = Serialized<T> | T | `{${string}}`;

/** An input that takes an array of `T`: its Serialized text, JSON text written out, or the typed values. */
export type ArrayInput<T> = SerializedArray<T> | readonly T[] | `[${string}]`;

/** An input that takes a `T` of any JSON form. A string is taken as Serialized text. */
export type ValueInput<T> = Serialized<T> | T;

/** 64-bit integer: a number where a number holds it exactly (up to 2^53), else a bigint. */
export type Int64 = number | bigint;

/** Decimal of any length: a number where a number holds it exactly, else its digits as text. */
export type Decimal = number | string;

/** An input that takes a point in time: ISO 8601 text, or a Date, which is sent as UTC. */
export type DateTimeInput = string | Date;

/** A file as an output, or as an input where no more than its bytes matter. */
export interface FileValue {
  readonly name?: string | undefined;
  /** Media type, such as `application/pdf`. */
  readonly contentType?: string | undefined;
  readonly content: Uint8Array;
}

/**
 * An input that takes a file: bytes, a Blob, a file on disk (`fileAt`), K2's own text of a file, or a stream. A stream
 * is read whole before the call; a Blob and a file on disk are read while they are sent.
 */
export type FileInput =
  | FileValue
  | Uint8Array
  | ArrayBuffer
  | Blob
  | FileAt
  | AsyncIterable<Uint8Array>
  | `<file>${string}`;

/**
 * The Properties of a typed value: scalars as they are, everything nested as Serialized text, all of them optional.
 *
 * @typeParam T an Object Type's value, with the name of the type on it or without
 */
export type PropertiesOf<T> = {
  [Name in keyof T as Exclude<Name, typeof typeName>]?: Cell<T[Name]> | undefined;
};

type Cell<V> = unknown extends V
  ? Serialized<unknown>
  : [V] extends [Scalar | null | undefined]
    ? V
    : SerializedForm<NonNullable<V>> | Extract<V, null>;

type Scalar = string | number | bigint | boolean | FileValue;

/** A list as `SerializedArray`; a tuple, or a choice of lists, is none. */
type SerializedForm<V> = [V] extends [(infer Item)[]]
  ? [Item[]] extends [V]
    ? SerializedArray<Item>
    : Serialized<V>
  : Serialized<V>;

/** Properties as a helper Method takes them: nested values as Serialized text or as they are. */
export type PropertyInputs<P> = { readonly [K in keyof P]?: P[K] | Unserialized<P[K]> | undefined };

type Unserialized<S> = S extends Serialized<infer T> ? T : never;
