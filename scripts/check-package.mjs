/**
 * Packs rest-broker, installs the tarball in an empty folder as a stranger would, and uses it there: the
 * command's help, a connector from a descriptor, and the three doors.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const REPOSITORY = fileURLToPath(new URL('..', import.meta.url));
const DESCRIPTOR = join(REPOSITORY, 'descriptors', 'nwc-workflow.swagger.json');
const DOORS = ['rest-broker', 'rest-broker/runtime', 'rest-broker/errors'];
/** A tarball holds what runs, and papers. */
const EXPECTED = /^(dist|templates)\/|^(package\.json|README\.md|LICENSE|CHANGELOG\.md|SECURITY\.md)$/;
const UNWANTED = /(^|\/)\.|\.test\.|\.tsbuildinfo$/;

const folder = mkdtempSync(join(tmpdir(), 'rest-broker-package-'));
try {
  checkPackage();
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function checkPackage() {
  const tarball = pack();
  writeFileSync(join(folder, 'package.json'), '{ "name": "stranger", "private": true, "type": "module" }\n');
  run('npm', ['install', tarball]);

  expectText(
    'rest-broker --help',
    run('npx', ['--no-install', 'rest-broker', '--help']),
    /register[\s\S]*generate/,
  );
  run('npx', ['--no-install', 'rest-broker', 'register', 'nwc', DESCRIPTOR]);
  run('npx', ['--no-install', 'rest-broker', 'generate']);
  const generated = readdirSync(join(folder, 'generated'), { recursive: true }).map(String);
  expectText('generated files', generated.join('\n'), /\.ts$/m);

  writeFileSync(join(folder, 'doors.mjs'), doorsProgram());
  expectText('doors', run('node', ['doors.mjs']), /^3 doors open$/m);
  console.log(`The package installs, generates (${generated.length} files and folders) and opens its doors.`);
}

/** Packs into the empty folder; gives the tarball's path. */
function pack() {
  const args = ['pack', '--json', '--silent', '--pack-destination', folder];
  const printed = execFileSync('npm', args, { cwd: REPOSITORY, encoding: 'utf8' });
  // The build in front of it may print as well; the JSON comes last.
  const [{ filename, files, size }] = JSON.parse(printed.slice(printed.search(/^\[/m)));
  const strange = files.map(({ path }) => path).filter((path) => !EXPECTED.test(path) || UNWANTED.test(path));
  if (strange.length > 0) throw new Error(`The tarball holds what it should not: ${strange.join(', ')}.`);
  console.log(`${filename}: ${files.length} files, ${Math.round(size / 1024)} KB`);
  const tarball = join(folder, filename);
  if (!existsSync(tarball)) throw new Error(`npm pack wrote no ${filename}.`);
  return tarball;
}

function doorsProgram() {
  return `let open = 0;
for (const door of ${JSON.stringify(DOORS)}) {
  const exports = Object.keys(await import(door));
  if (exports.length === 0) throw new Error(door + ' exports nothing.');
  console.log(door + ': ' + exports.join(', '));
  open += 1;
}
console.log(open + ' doors open');
`;
}

function run(command, args) {
  console.log(`$ ${command} ${args.join(' ').replaceAll(REPOSITORY, './')}`);
  const printed = execFileSync(command, args, {
    cwd: folder,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  process.stdout.write(printed);
  return printed;
}

function expectText(what, text, pattern) {
  if (!pattern.test(text)) throw new Error(`${what}: expected ${pattern}, got:\n${text}`);
}
