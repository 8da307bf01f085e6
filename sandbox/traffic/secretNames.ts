/** What stands for a secret. */
export const HIDDEN = '***';

const secrets =
	/((?<!page)token|secret|password|passphrase|(api|access|private|secret|signing)key|authorization|assertion|cookie)$/;

/** In the query of an address, short names are in use too. */
const shortNames = /^(auth|key|sig|signature|p)$/;

/** Who hears of what happens: an address of theirs may hold the token that protects it. */
const callbacks = /hook|callback|notif|delivery|seen|status|target|subscription/;

const wordOf = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, '');

/** Whether a member, field or part of a path with this name is a secret, in the words of all providers. */
export const isSecret = (name: string): boolean => secrets.test(wordOf(name));

export const isSecretInAddress = (name: string): boolean => isSecret(name) || shortNames.test(name);

/** Headers that a webhook is to be sent with, where it is registered. */
export const areHeaders = (name: string): boolean => wordOf(name).endsWith('headers');

export const isCallback = (name: string): boolean => callbacks.test(wordOf(name));

/** What an address to call stands beside, where it is registered as `url` alone. */
export const saysEvents = (name: string): boolean => /^event(s|type)$/.test(wordOf(name));
