/** GitHub cuts a comment and a pull request's text at 65,536 characters; room is left for what is written around it. */
const MAX_CHARACTERS = 60_000;
const FOLD = '<details>';
const FOLD_END = '</details>';

/**
 * Blocks of Markdown as far as they fit, and how many do not. Whole ones only: a table that is cut off would swallow
 * what follows. A fold that is left open is closed.
 */
export function fittingBlocks(blocks: readonly string[]): readonly string[] {
  let length = 0;
  const fits = blocks.findIndex((block) => {
    length += block.length + 2;
    return length > MAX_CHARACTERS;
  });
  if (fits < 0) return blocks;
  const kept = blocks.slice(0, fits);
  const count = (holds: (block: string) => boolean) => kept.filter(holds).length;
  const isOpen = count((block) => block.startsWith(FOLD)) > count((block) => block.endsWith(FOLD_END));
  const left = `…and ${blocks.length - fits} more: too long to be shown here.`;
  return [...kept, ...(isOpen ? [FOLD_END] : []), left];
}
