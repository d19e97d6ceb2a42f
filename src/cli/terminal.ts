import { visibleText } from '../base/visible-text.js';
import { COLOURED, type Paint, PLAIN } from './printing/paint.js';

/** Where a command prints: the product to one side, everything about it to the other. */
export interface Terminal {
  /** For lines that go to `print`. */
  readonly paint: Paint;
  /** For lines that go to `report`. */
  readonly reportPaint: Paint;
  /** Writes lines of the product to stdout. */
  print(lines: readonly string[]): void;
  /** Writes problems and errors to stderr. */
  report(lines: readonly string[]): void;
  /** Says on stderr what goes on, until something else is written; only on a terminal. */
  progress(text: string): void;
  /** Takes the last progress line away. */
  settle(): void;
}

type Stream = Pick<NodeJS.WriteStream, 'write' | 'on' | 'isTTY' | 'columns'>;

/** What of the process is used. */
export interface Streams {
  readonly stdout: Stream;
  readonly stderr: Stream;
  readonly env: Readonly<Record<string, string | undefined>>;
  exit(code?: number): never;
}

const CLEAR_LINE = '\r\u001b[2K';
const DEFAULT_COLUMNS = 80;

export function openTerminal(streams: Streams): Terminal {
  const { stdout, stderr, env } = streams;
  stdout.on('error', (error: NodeJS.ErrnoException) => endQuietly(error, streams));
  let inProgress = false;
  const settle = (): void => {
    if (inProgress) stderr.write(CLEAR_LINE);
    inProgress = false;
  };
  const writer = (stream: Stream) => (lines: readonly string[]) => {
    settle();
    if (lines.length > 0) stream.write(`${lines.join('\n')}\n`);
  };
  return {
    paint: paintFor(stdout, env),
    reportPaint: paintFor(stderr, env),
    print: writer(stdout),
    report: writer(stderr),
    settle,
    progress: (text) => {
      if (!isTerminal(stderr, env)) return;
      // A terminal that does not know its width says 0.
      const line = visibleText(text).slice(0, (stderr.columns || DEFAULT_COLUMNS) - 1);
      stderr.write(`${CLEAR_LINE}${paintFor(stderr, env).dim(line)}`);
      inProgress = true;
    },
  };
}

function isTerminal(stream: Stream, env: Streams['env']): boolean {
  return stream.isTTY === true && env['TERM'] !== 'dumb';
}

/** https://no-color.org: any value that is not empty. FORCE_COLOR, as Node has it, is for the logs of pipelines. */
function paintFor(stream: Stream, env: Streams['env']): Paint {
  if ((env['NO_COLOR'] ?? '') !== '') return PLAIN;
  const forced = env['FORCE_COLOR'];
  const isColoured = forced === undefined ? isTerminal(stream, env) : !['0', 'false'].includes(forced);
  return isColoured ? COLOURED : PLAIN;
}

/** Whoever read our output has seen enough, as `head` has. */
function endQuietly(error: NodeJS.ErrnoException, streams: Streams): void {
  if (error.code !== 'EPIPE') throw error;
  streams.exit();
}
