import type { Resource } from '../operation';
import { agent } from './agent';
import { contact } from './contact';
import { log } from './log';
import { media } from './media';
import { report } from './report';
import { testNumber } from './testNumber';
import { webhook } from './webhook';

/** Everything the node can do, in the order of the alphabet. The form is made from it. */
export const resources: readonly Resource[] = [
	agent,
	contact,
	log,
	media,
	report,
	testNumber,
	webhook,
];
