/** Registers `count` Service Instances one after the other: `registering-child.ts <folder> <prefix> <count>`. */
import { DEFAULT_SETTINGS } from '../../src/model/service-instance.js';
import { saveServiceInstance } from './change-registry.js';

const [, , folder = '', prefix = 'n', count = '1'] = process.argv;
const descriptor = { file: 'descriptors/a.json', source: 'a.json', sha256: '0'.repeat(64) };
for (let i = 0; i < Number(count); i++) {
  await saveServiceInstance(folder, { name: `${prefix}${i}`, descriptor, settings: DEFAULT_SETTINGS });
}
