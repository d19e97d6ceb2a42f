import { styleText } from 'node:util';

/** How text is set off. The plain one changes nothing. */
export interface Paint {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly red: (text: string) => string;
  readonly yellow: (text: string) => string;
  readonly green: (text: string) => string;
  readonly cyan: (text: string) => string;
}

const asIs = (text: string): string => text;

export const PLAIN: Paint = { bold: asIs, dim: asIs, red: asIs, yellow: asIs, green: asIs, cyan: asIs };

export const COLOURED: Paint = {
  bold: styled('bold'),
  dim: styled('dim'),
  red: styled('red'),
  yellow: styled('yellow'),
  green: styled('green'),
  cyan: styled('cyan'),
};

function styled(format: Parameters<typeof styleText>[0]): (text: string) => string {
  // Whether to colour at all was decided for the stream that the text goes to, which need not be stdout.
  return (text) => (text === '' ? '' : styleText(format, text, { validateStream: false }));
}
