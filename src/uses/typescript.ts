import type ts from 'typescript';

/** The compiler, which is loaded only where code is read and handed to whoever needs it. */
export type TypeScript = typeof ts;
