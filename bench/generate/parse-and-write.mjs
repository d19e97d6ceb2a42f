// The floor under every generator: JSON.parse of the descriptor, and writing as many files and bytes as ours does.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const [descriptor, made, out] = process.argv.slice(2);
JSON.parse(readFileSync(descriptor, 'utf8'));
for (const entry of readdirSync(made, { recursive: true, withFileTypes: true })) {
  if (!entry.isFile()) continue;
  const from = join(entry.parentPath, entry.name);
  const to = join(out, from.slice(made.length));
  mkdirSync(dirname(to), { recursive: true });
  writeFileSync(to, readFileSync(from));
}
