import { conversation } from './conversation';
import { infobip } from './infobip';
import type { SandboxProviderFactory } from './provider';

/** Every provider the sandbox emulates. Adding one is a folder and a line here. */
export const providers: readonly SandboxProviderFactory[] = [infobip, conversation];
