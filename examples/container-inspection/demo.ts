/** `npm run demo:wait`: the stories of the two articles, on this machine, with real kills and no account anywhere. */
import { tellCustomerOnboarding } from '../customer-onboarding/story.js';
import { tellContainerInspection } from './story.js';

const say = (line: string): void => console.log(line);
const step = (line: string): void => say(`  · ${line}`);

say('1  K2: a step waits for the outside system while containers are inspected');
const inspected = await tellContainerInspection(step);
say('2  NWC: a process waits on a task while the worker looks at a new customer');
const onboarded = await tellCustomerOnboarding(step);
process.exitCode = inspected && onboarded ? 0 : 1;
