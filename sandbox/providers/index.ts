import { agileTelecom } from './agile-telecom';
import { conversation } from './conversation';
import { googleRbm } from './google-rbm';
import { infobip } from './infobip';
import type { SandboxProviderFactory } from './provider';
import { restV1 } from './rest-v1';
import { seven } from './seven';

/** Every provider the sandbox emulates. Adding one is a folder and a line here. */
export const providers: readonly SandboxProviderFactory[] = [
	infobip,
	conversation,
	restV1,
	agileTelecom,
	googleRbm,
	seven,
];
