import { readFileSync } from 'node:fs';

/** A fenced block of the README: its language and its text. */
export interface ReadmeBlock {
  readonly language: string;
  readonly text: string;
}

export function readmeBlocks(file = new URL('../README.md', import.meta.url)): ReadmeBlock[] {
  const blocks = readFileSync(file, 'utf8').matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm);
  return Array.from(blocks, ([, language = '', text = '']) => ({ language, text }));
}
