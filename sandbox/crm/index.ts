import type { SandboxCrmFactory } from './crm';
import { hubspot } from './hubspot';
import { salesforce } from './salesforce';

/** Every CRM the sandbox emulates. Adding one is a folder and a line here. */
export const crms: readonly SandboxCrmFactory[] = [hubspot, salesforce];
